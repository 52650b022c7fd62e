'use client';

import { useMemo, useState } from 'react';
import { modelHref } from '#client/catalogue-href';
import { drawnModel, usualShare } from '#client/model/drawn-model';
import { shownName } from '#client/shown-blanks';
import { useLateAddress } from '#client/use-late-address';
import { NO_LABELS } from '#client/wording/labels';
import { useFace } from '#client/wording/use-face';
import { wordingOf } from '#client/wording/wording';
import { CountedTo } from '#components/catalogue/counted-to';
import { EntityTypeNav } from '#components/catalogue/entity-type-nav';
import type { EventLabels } from '#components/catalogue/event-type-name';
import { ModelGraph } from '#components/catalogue/model-graph';
import { ShareSlider } from '#components/catalogue/share-slider';
import { StepExamples } from '#components/catalogue/step-examples';
import { StepsTable } from '#components/catalogue/steps-table';
import { DocumentPage } from '#components/ui/document-page';
import { EmptyState } from '#components/ui/empty-state';
import { VisibleText } from '#components/ui/visible-text';
import type { EventModelAnswer, FollowExamplesAnswer, ModelView, PickedStep } from '#wire';
import { hiddenWords } from './hidden-words.ts';

export interface PickedExamples {
  readonly picked: PickedStep;
  readonly found: FollowExamplesAnswer | null;
  readonly problem: string | null;
}

/** The event model of one type of entity: a drawing, the same as a table, and examples of what is picked. */
export function ModelScreen({
  view: asked,
  model,
  examples,
  labels,
}: {
  view: ModelView;
  model: EventModelAnswer;
  examples: PickedExamples | null;
  labels: EventLabels;
}) {
  const [share, setShare] = useState(asked.share ?? usualShare(model));
  const isUsual = share === usualShare(model);
  const view = useMemo(
    () => ({ ...asked, share: asked.share === null && isUsual ? null : share }),
    [asked, share, isUsual],
  );
  const [isMoved, setIsMoved] = useState(false);
  // The slider alone moves without a link.
  useLateAddress(isMoved ? modelHref(view) : null);
  const move = (next: number) => {
    setShare(next);
    setIsMoved(true);
  };
  const drawn = useMemo(() => drawnModel(model, share), [model, share]);
  const { face } = useFace();
  const nameOf = useMemo(() => {
    const { eventOf } = wordingOf(face, { ...NO_LABELS, events: labels });
    return (type: string) => shownName(eventOf(type));
  }, [face, labels]);
  const words = hiddenWords(drawn);
  return (
    <DocumentPage title="Event model" wide lead={<Lead model={model} />}>
      <div className="flex flex-col gap-4">
        <EntityTypeNav view={view} types={model.entityTypes} />
        {model.steps.length === 0 ? (
          <EmptyState title="No event of such an entity">
            <p>Choose one of the entity types above.</p>
          </EmptyState>
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
              <ShareSlider view={view} share={share} words={words} onShare={move} />
              <p className="min-w-0 text-ink-3">{words}</p>
            </div>
            <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_420px]">
              <section
                aria-label="Drawing of the steps"
                className="min-w-0 overflow-x-auto border-line border-y py-2 max-lg:hidden"
              >
                <ModelGraph view={view} model={drawn} streams={model.streams} nameOf={nameOf} />
              </section>
              <div className="flex min-w-0 flex-col gap-4">
                {examples === null ? null : (
                  <StepExamples
                    {...{ view, nameOf }}
                    picked={examples.picked}
                    examples={examples.found}
                    problem={examples.problem}
                  />
                )}
                <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
                  <StepsTable view={view} steps={drawn.steps} nameOf={nameOf} />
                </div>
                <p className="text-ink-3">
                  Times are from one event to the next as they happened, read from a histogram and right to
                  about a tenth.
                </p>
              </div>
            </div>
          </>
        )}
      </div>
    </DocumentPage>
  );
}

function Lead({ model }: { model: EventModelAnswer }) {
  const events = model.types.reduce((sum, type) => sum + type.events, 0);
  return (
    <>
      Which event comes right after which in the {model.streams.toLocaleString('en')}{' '}
      {model.streams === 1 ? 'stream' : 'streams'} of <VisibleText text={model.entityType} />:{' '}
      {events.toLocaleString('en')} {events === 1 ? 'event' : 'events'} of{' '}
      {model.types.length.toLocaleString('en')} {model.types.length === 1 ? 'type' : 'types'}.
      <CountedTo {...model} />
    </>
  );
}
