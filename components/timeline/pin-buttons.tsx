'use client';
import { ArrowLeftRight, BoxSelect, X } from 'lucide-react';
import { versionText } from '#client/playhead-words';
import { useEvents } from '#client/replay/use-events';
import type { DockActions } from './dock-actions.ts';
import type { DockModel, Pins } from './dock-model.ts';
import styles from './transport.module.css';
import { TransportButton } from './transport-button.tsx';

interface PinButtonsProps {
  readonly model: DockModel;
  readonly actions: DockActions;
  readonly pins: Pins;
  readonly brushing: boolean;
  /** There is no track to brush on. */
  readonly collapsed: boolean;
}

/** Everything that chooses the two moments to compare. */
export function PinButtons({ model, actions, pins, brushing, collapsed }: PinButtonsProps) {
  const { a, b, bFollows } = pins;
  useEvents(model.stream, [a ?? 0, b ?? 0]);
  const number = (pin: number | null) => (pin === null ? '–' : versionText(model.stream, pin));
  const none = a === null && b === null;
  return (
    <>
      <span className={styles.pins}>
        {none ? null : `A ${number(a)} → B ${number(b)}${bFollows === true ? ' (follows)' : ''}`}
      </span>
      <fieldset className={styles.group} aria-label="Pins">
        <TransportButton label="Set A" hint="A" onPress={() => actions.pin('a')} />
        <TransportButton label="Set B" hint="B" onPress={() => actions.pin('b')} />
        <TransportButton
          label="Brush A to B"
          hint="Shift and drag"
          icon={BoxSelect}
          pressed={brushing}
          disabled={collapsed}
          onPress={actions.toggleBrush}
        />
        <TransportButton
          label="Swap"
          hint="X"
          icon={ArrowLeftRight}
          disabled={none}
          onPress={actions.swapPins}
        />
        <TransportButton label="Clear" hint="Esc" icon={X} disabled={none} onPress={actions.clearPins} />
      </fieldset>
    </>
  );
}
