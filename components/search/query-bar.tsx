'use client';

import { useId, useRef, useState } from 'react';
import { useHandlers } from '#client/commands/handlers';
import type { SearchRefusal } from '#client/search/found-question';
import { usePastQueries } from '#client/search/past-queries';
import { VisibleText } from '#components/ui/visible-text';
import { putCaret } from './editable-text.ts';
import { Pills } from './pills.tsx';
import { QueryBox } from './query-bar-box.tsx';
import { choiceId, QueryChoices } from './query-bar-choices.tsx';
import { QueryField } from './query-bar-field.tsx';
import { QueryHistory } from './query-bar-history.tsx';
import { QueryTrouble } from './query-bar-trouble.tsx';
import { useQueryChoices } from './use-query-choices.ts';
import { useQueryDraft } from './use-query-draft.ts';
import { useQueryKeys } from './use-query-keys.ts';

export interface QueryBarProps {
  readonly namespace: string;
  readonly zone: string;
  /** The text of the query that is shown below. */
  readonly text: string;
  /** Over the results, why the server refused it or gave it up; null otherwise. */
  readonly refusal: SearchRefusal | null;
  /** A query that can be read was sent off. */
  onText(text: string): void;
}

/** Where a query is written, and its terms as pills below. */
export function QueryBar({ namespace, zone, text, refusal, onText }: QueryBarProps) {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const past = usePastQueries(namespace);
  const [isPastOpen, setPastOpen] = useState(false);
  const draft = useQueryDraft(text, zone);
  const { written } = draft;
  const choices = useQueryChoices(namespace, zone, written, draft.write);
  const focus = () => {
    field.current?.focus();
    if (field.current !== null) putCaret(field.current, written.text.length);
  };
  useHandlers({ writeQuery: focus });
  const send = (typed: string) => {
    const query = typed.trim();
    draft.write({ text: query, caret: query.length });
    choices.close();
    if (!draft.check(query)) return;
    past.keep(query);
    onText(query);
  };
  const onKeyDown = useQueryKeys({
    written,
    choices,
    onSend: () => send(written.text),
    onRestore: written.text === text ? null : () => draft.write({ text, caret: text.length }),
    onPast: () => setPastOpen(true),
  });
  // While there is something to choose, the word is not finished.
  const isChoosing = choices.choices.length > 0 && !draft.isAsked;
  const problem = isChoosing ? null : draft.problem;
  const isSent = written.text === text;
  const refused = isSent ? refusal : null;
  const message = problem?.message ?? refused?.message ?? null;
  const place = problem ?? refused?.place ?? null;
  const activeAt = choices.active === null ? -1 : choices.choices.indexOf(choices.active);
  return (
    <search aria-label="Query" className="flex min-w-0 flex-col gap-2">
      <div className="relative print:hidden">
        <QueryBox
          isSent={isSent}
          isPastOpen={isPastOpen}
          onPast={() => setPastOpen(!isPastOpen)}
          onSend={() => send(written.text)}
        >
          <QueryField
            field={field}
            written={written}
            place={place === null ? null : underlined(place, written.text.length)}
            listId={`${id}-list`}
            activeId={activeAt < 0 ? undefined : choiceId(`${id}-list`, activeAt)}
            describedBy={`${id}-trouble`}
            isInvalid={message !== null}
            isExpanded={choices.choices.length > 0}
            onWrite={(next) => {
              draft.write(next);
              choices.open();
            }}
            onCaret={(caret) => {
              if (caret !== written.caret) draft.write({ text: written.text, caret });
            }}
            onKeyDown={onKeyDown}
            onBlur={choices.close}
          />
        </QueryBox>
        <QueryChoices
          id={`${id}-list`}
          choices={choices.choices}
          active={choices.active?.value ?? null}
          status={choices.status}
          isProblem={choices.problem !== null}
          onChoose={choices.take}
        />
        {isPastOpen ? (
          <QueryHistory
            queries={past.queries}
            onChoose={(query) => {
              setPastOpen(false);
              send(query);
              field.current?.focus();
            }}
            onForget={past.forget}
            onForgetAll={past.forgetAll}
            onClose={(isDone) => {
              setPastOpen(false);
              if (isDone) focus();
            }}
          />
        ) : null}
      </div>
      {text === '' ? null : (
        <p className="hidden print:block">
          <span className="text-ink-2">Query</span>{' '}
          <code className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            <VisibleText text={text} />
          </code>
        </p>
      )}
      <p role="status" className="sr-only">
        {choices.status}
      </p>
      {/* What is wrong with a text that was not sent says nothing of what is on the sheet. */}
      <div className={isSent ? '' : 'print:hidden'}>
        <QueryTrouble
          id={`${id}-trouble`}
          text={written.text}
          message={message}
          code={problem?.code ?? refused?.code ?? null}
          suggestion={problem?.suggestion ?? null}
          onTake={(suggestion) => {
            send(suggestion);
            field.current?.focus();
          }}
        />
      </div>
      <Pills {...{ namespace, zone, text, onText }} onLeft={focus} />
    </search>
  );
}

/** A place between two letters is shown at the one before it. */
function underlined({ at, end }: { readonly at: number; readonly end: number }, length: number) {
  if (end > at) return { from: at, to: end };
  return at > 0 ? { from: at - 1, to: at } : { from: 0, to: Math.min(1, length) };
}
