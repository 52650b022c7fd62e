import { instantText } from '#client/instant-text';
import { instantOf } from '#client/playhead-words';
import type { ListedEvent } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { VisibleText, visibleString } from '#components/ui/visible-text';

export interface SetByProps {
  readonly replay: Replay;
  /** null: nobody set it. */
  readonly ordinal: number | null;
  /** null until it has come. */
  readonly event: ListedEvent | null;
  /** What the event did to the value, such as "Set". */
  readonly verb: string;
  /** Number and actor only where there is room. */
  readonly isShort?: boolean;
  onGo(ordinal: number): void;
}

/** Which event set a value and who it is by; a click goes there. It keeps its height until the event has come. */
export function SetBy({ replay, ordinal, event, verb, isShort = false, onGo }: SetByProps) {
  const zone = useZone();
  const { eventOf } = useWording();
  if (ordinal === null) return null;
  if (event === null) return <span className="min-h-6 font-text text-ink-3 text-sm">…</span>;
  const actor = event.actor === null ? 'no actor' : visibleString(event.actor);
  const when = instantText(instantOf(event, replay.axis), zone);
  return (
    <button
      type="button"
      tabIndex={isShort ? -1 : undefined}
      title={`${verb} by event ${event.version}, ${visibleString(eventOf(event.type))}, ${actor}, ${when}. Click to go there.`}
      onClick={(click) => {
        click.stopPropagation();
        onGo(ordinal);
      }}
      className="inline-flex min-h-6 min-w-0 max-w-full items-center gap-1.5 font-text text-ink-3 text-sm hover:text-ink hover:underline"
    >
      <span className="sr-only">{verb} by </span>
      <span className={`min-w-0 truncate ${isShort ? 'hidden @2xl:inline' : ''}`}>
        {event.actor === null ? <NoActor /> : <VisibleText text={event.actor} />}
      </span>
      <span className="sr-only"> with event </span>
      <span className="font-mono">{event.version}</span>
      <span className="sr-only">
        , {visibleString(eventOf(event.type))}, {when}. Go there.
      </span>
    </button>
  );
}

/** Beside the number of the event, where there is nobody to name. */
function NoActor() {
  return (
    <>
      <span aria-hidden>event</span>
      <span className="sr-only">no actor</span>
    </>
  );
}
