import { KeyCaps } from '#components/ui/key-caps';

/** A command and its keys, to be read. */
export function KeyRow({
  label,
  chords,
  isHere,
  isOfTimeline,
}: {
  label: string;
  chords: readonly string[];
  /** It can be given on this page. */
  isHere: boolean;
  /** Heard only while the timeline has the focus. */
  isOfTimeline: boolean;
}) {
  const where = isHere ? (isOfTimeline ? 'in the timeline' : null) : 'not on this page';
  return (
    <li className={`flex min-h-7 items-center gap-2 ${isHere ? '' : 'text-ink-3'}`}>
      <span className="min-w-0 flex-1">{label}</span>
      {where === null ? null : <span className="shrink-0 text-ink-3 text-xs">{where}</span>}
      <span className="flex shrink-0 items-center gap-1">
        {chords.map((chord) => (
          <KeyCaps key={chord} chord={chord} />
        ))}
      </span>
    </li>
  );
}
