import { placeWords, writerOf } from '#client/notes/note-words';
import type { Wording } from '#client/wording/wording';
import { NoteText } from '#components/notes/note-text';
import { VisibleText } from '#components/ui/visible-text';
import type { Note } from '#core';
import type { ReportContent } from '#server';
import { countText } from './count-text.ts';
import { ReportSection, ReportTable } from './report-section.tsx';
import { PaperTime } from './report-zone.tsx';

/** What readers have said about what the report shows. It is no part of the history, and stands apart from it. */
export function ReportNotes({ found, wording }: { found: ReportContent['notes']; wording: Wording }) {
  const { notes } = found;
  return (
    <ReportSection id="notes" title="Notes of readers">
      {notes.length === 0 ? (
        <p>There are none on the moments of this report.</p>
      ) : (
        <ReportTable
          label="Notes"
          columns={[
            { title: 'On', width: '24%' },
            { title: 'Note' },
            { title: 'Written by, when', width: '35%' },
          ]}
        >
          {notes.map((note) => (
            <NoteRow key={note.id} note={note} wording={wording} />
          ))}
        </ReportTable>
      )}
      <p className="mt-2 text-ink-2 text-sm">{restWords(found)}</p>
    </ReportSection>
  );
}

function NoteRow({ note: { on, kind, text, steps }, wording }: { note: Note; wording: Wording }) {
  const [added] = steps;
  const last = steps.at(-1);
  return (
    <tr>
      <td>
        {placeWords(on)}
        {on.path === null ? null : (
          <>
            <br />
            field <VisibleText text={on.path === '' ? '(all of it)' : wording.nameOf(on.path)} />
          </>
        )}
      </td>
      <td>{kind === 'bookmark' ? 'A bookmark, without a text.' : <NoteText text={text} />}</td>
      <td>
        {added === undefined ? null : <Writer step={added} />}
        {last === undefined || last === added ? null : (
          <>
            <br />
            as edited by <Writer step={last} />
          </>
        )}
      </td>
    </tr>
  );
}

function Writer({ step: { declared, actor, at } }: { step: Note['steps'][number] }) {
  return (
    <>
      <VisibleText text={writerOf({ declaredName: declared, actor })} />
      <br />
      <span className="print:whitespace-nowrap sm:whitespace-nowrap text-ink-2">
        <PaperTime micros={at} />
      </span>
    </>
  );
}

function restWords({ notes, removed, outside, unread }: ReportContent['notes']): string {
  return [
    `${countText(notes.length, 'note')} listed, whatever the filter.`,
    ...(removed === 0 ? [] : [`${countText(removed, 'note')} on the same moments, left out as removed.`]),
    ...(outside === 0 ? [] : [`${countText(outside, 'note')} on other moments, left out.`]),
    ...(unread === 0 ? [] : [`${countText(unread, 'event')} of the notes could not be read.`]),
    ...(notes.length === 0 ? [] : ['Names are those that the writers gave; nobody checked them.']),
  ].join(' ');
}
