'use client';

import { ChevronLeft, ChevronRight, Pin } from 'lucide-react';
import { useMemo } from 'react';
import { instantText } from '#client/instant-text';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useAnswer } from '#client/replay/use-answer';
import { useEvents } from '#client/replay/use-events';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { Button, IconButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { clockOf } from '#core';
import type { FieldActions } from './field-actions.ts';
import { fieldAt, jsonAt } from './field-at.ts';
import { LongValue } from './long-value.tsx';

interface StripProps {
  readonly replay: Replay;
  readonly scene: Scene;
  readonly path: string;
  readonly actions: FieldActions;
}

/** The chosen field in full: where it is, its whole value, who set it, and the way to its other changes. */
export function FieldStrip({ replay, scene, path, actions }: StripProps) {
  const { face, nameOf } = useWording();
  const { ordinal, leaves } = scene;
  const { answer, waiting } = useAnswer(replay, { what: 'neighbours', path, ordinal });
  // Neighbours of another moment would lead elsewhere than they say.
  const { earlier = null, later = null } = waiting ? {} : (answer ?? {});
  return (
    <section aria-label="Selected field" className="flex-none border-line border-t px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-1">
        <h3
          className={`min-w-0 flex-1 basis-40 truncate ${face === 'auditor' ? 'font-medium' : 'font-mono text-sm'}`}
          title={visibleString(path)}
        >
          <VisibleText text={nameOf(path)} />
        </h3>
        <IconButton
          label="Previous change of this field"
          disabled={earlier === null}
          onClick={() => earlier !== null && actions.go(earlier)}
        >
          <ChevronLeft aria-hidden size={16} />
        </IconButton>
        <IconButton
          label="Next change of this field"
          disabled={later === null}
          onClick={() => later !== null && actions.go(later)}
        >
          <ChevronRight aria-hidden size={16} />
        </IconButton>
        <Button
          onClick={() => actions.follow(path)}
          title="Keep this field in sight and step through its changes (F)"
        >
          <Pin aria-hidden size={14} />
          Follow
        </Button>
        <CopyButton text={path} title="Copy the path of this field">
          Path
        </CopyButton>
        <CopyButton text={() => jsonAt(leaves, path)} title="Copy the value as JSON">
          Value
        </CopyButton>
      </div>
      <StripValue {...{ replay, scene, path, actions }} />
    </section>
  );
}

function StripValue({ replay, scene: { leaves, changes, ordinal }, path, actions }: StripProps) {
  const zone = useZone();
  const { eventOf } = useWording();
  const field = useMemo(() => fieldAt(leaves, path), [leaves, path]);
  const peek = useEvents(replay, field.ordinal === null ? [] : [field.ordinal]);
  const setter = field.ordinal === null ? null : peek(field.ordinal);
  const gone = changes.find((change) => change.path === path && change.after === null)?.before ?? null;
  if (field.ordinal === null && field.below === 0)
    return (
      <>
        {gone === null ? null : <LongValue path={path} json={gone} ghost />}
        <p className="text-ink-3 text-sm">
          {gone === null ? 'This field is not part of the state here.' : 'Removed by this event'}
        </p>
      </>
    );
  return (
    <>
      {field.text === null ? null : <LongValue path={path} json={field.text} ghost={false} />}
      <p className="flex flex-wrap items-baseline gap-x-1 text-ink-3 text-sm">
        {field.ordinal === null ? (
          belowWords(field.below)
        ) : setter === null ? (
          '…'
        ) : (
          <>
            Set by{' '}
            <button type="button" className={LINK} onClick={() => actions.go(setter.ordinal)}>
              event {setter.version}
            </button>
            <VisibleText
              text={`${eventOf(setter.type)}${setter.actor === null ? '' : ` by ${setter.actor}`}`}
            />
            <span>· {instantText(clockOf(setter, replay.axis), zone)} ·</span>
            <button
              type="button"
              className={LINK}
              disabled={ordinal === setter.ordinal - 1}
              onClick={() => actions.go(setter.ordinal - 1)}
            >
              state before this change
            </button>
          </>
        )}
      </p>
    </>
  );
}

function belowWords(below: number): string {
  return `${below.toLocaleString('en')} ${below === 1 ? 'field' : 'fields'} inside`;
}

const LINK = 'min-h-6 text-ink-2 underline decoration-line-2 underline-offset-2 hover:decoration-current';
