import { instantText } from '#client/instant-text';
import type { ListedEvent } from '#client/replay/question';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { StateNode } from './state-tree.ts';

/** Who set this field and with which event; a click goes there. */
export function BlameCell({
  node,
  setter,
  onGo,
}: {
  node: StateNode;
  /** null until it has come. */
  setter: ListedEvent | null;
  onGo(ordinal: number): void;
}) {
  const zone = useZone();
  const { eventOf } = useWording();
  if (node.ordinal === null || node.text === null) {
    return <span className="-order-1 h-6 w-44 shrink-0 border-line border-r @max-md:w-14" />;
  }
  const { ordinal } = node;
  const event = setter;
  if (event === null) {
    return (
      <span className="-order-1 flex h-6 w-44 shrink-0 items-center border-line border-r px-3 text-ink-3 @max-md:w-14 @max-md:px-2">
        …
      </span>
    );
  }
  const actor = event.actor === null ? 'no actor' : visibleString(event.actor);
  return (
    <button
      type="button"
      tabIndex={-1}
      title={`Set by event ${event.version}, ${visibleString(eventOf(event.type))}, ${actor}, ${instantText(event.recordedAt, zone)}. Click to go there.`}
      onClick={(click) => {
        click.stopPropagation();
        onGo(ordinal);
      }}
      className="-order-1 flex h-6 w-44 shrink-0 items-center gap-1.5 border-line border-r px-3 text-left text-ink-3 hover:bg-sunken hover:text-ink @max-md:w-14 @max-md:justify-end @max-md:px-2"
    >
      <span className="min-w-0 flex-1 truncate @max-md:sr-only">
        {event.actor === null ? '—' : <VisibleText text={event.actor} />}
      </span>
      <span>
        <span className="sr-only">, event </span>
        {event.version}
      </span>
    </button>
  );
}
