import { type Category, SLOTS } from '#client/playhead-categories';
import { countText } from '#client/playhead-words';
import { visibleString } from '#client/visible-runs';
import { useWording } from '#client/wording/use-wording';
import type { Axis } from '#core';
import { glyphPath } from './glyph-shapes.ts';
import styles from './legend.module.css';

interface LegendProps {
  readonly id: string;
  readonly legend: readonly Category[];
  /** Of the late events; null where there are none. */
  readonly late: { readonly count: number; readonly axis: Axis } | null;
}

/** Which colour and shape stands for which event type, with counts; the table beside the canvas. */
export function Legend({ id, legend, late }: LegendProps) {
  const { eventOf } = useWording();
  return (
    <div id={id} className={styles.legend} data-testid="timeline-legend">
      <table>
        <caption>Event types</caption>
        <tbody>
          {legend.map((category) => (
            <tr key={category.slot}>
              <th scope="row">
                <Glyph slot={category.slot} />
                <bdi
                  className={styles.name}
                  title={category.name === null ? undefined : visibleString(category.name)}
                >
                  {nameOf(category, eventOf)}
                </bdi>
              </th>
              <td>{countText(category.events)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {late !== null && (
        <p>
          A ring marks the {countText(late.count)} recorded late; its line leads{' '}
          {late.axis === 'recorded' ? 'back to when it happened' : 'to when it was recorded'}.
        </p>
      )}
      <p>The height of a bar is the square root of its number of events.</p>
    </div>
  );
}

function Glyph({ slot }: { readonly slot: number }) {
  const look = SLOTS[slot];
  if (look === undefined) return null;
  return (
    <svg
      className={styles.glyph}
      viewBox="0 0 10 10"
      width="10"
      height="10"
      aria-hidden="true"
      style={{ color: `var(${look.token})` }}
    >
      <path d={glyphPath(look.shape)} />
    </svg>
  );
}

const nameOf = ({ name, types }: Category, eventOf: (type: string) => string): string =>
  name === null
    ? `${countText(types)} other ${types === 1 ? 'type' : 'types'}`
    : visibleString(eventOf(name));
