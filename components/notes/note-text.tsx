import { VisibleText } from '#components/ui/visible-text';

/** What somebody wrote: only ever text, its lines as they were written. */
export function NoteText({ text }: { text: string }) {
  return (
    <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      <VisibleText text={text} lines />
    </p>
  );
}
