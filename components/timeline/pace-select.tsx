'use client';
import { PACE_KINDS, type Pace, pacesOf, paceText } from '#client/playhead-playback';
import styles from './transport.module.css';

const HEADINGS: Readonly<Record<Pace['kind'], string>> = {
  events: 'Events a second',
  gaps: 'Real gaps',
  skipping: 'Real gaps, idle ones skipped',
};

const keyOf = ({ kind, perSecond }: Pace): string => `${kind} ${perSecond}`;

/** How fast playing goes: one list for all three ways, so that the row has room for the rest. */
export function PaceSelect({ pace, onPace }: { readonly pace: Pace; onPace(pace: Pace): void }) {
  return (
    <select
      className={styles.select}
      aria-label="Speed"
      title="Speed (J slower, L faster)"
      value={keyOf(pace)}
      onChange={(event) => {
        const { value } = event.target;
        const chosen = PACE_KINDS.flatMap(pacesOf).find((one) => keyOf(one) === value);
        if (chosen !== undefined) onPace(chosen);
      }}
    >
      {PACE_KINDS.map((kind) => (
        <optgroup key={kind} label={HEADINGS[kind]}>
          {pacesOf(kind).map((option) => (
            <option key={option.perSecond} value={keyOf(option)}>
              {paceText(option)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
