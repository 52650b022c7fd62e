'use client';
import { type RefObject, useRef } from 'react';
import { instantText } from '#client/instant-text';
import { eventsHere } from '#client/playhead-snap';
import {
  BEFORE_FIRST,
  clockWentBack,
  countText,
  instantOf,
  lateWords,
  versionText,
} from '#client/playhead-words';
import { shownBlanks } from '#client/shown-blanks';
import { visibleString } from '#client/visible-runs';
import { useWording } from '#client/wording/use-wording';
import type { DockModel } from './dock-model.ts';
import styles from './flag.module.css';
import { usePainter } from './use-painter.ts';
import { writeAttribute, writeText } from './write-text.ts';

const PARTS = ['number', 'type', 'actor', 'time', 'note'] as const;

type Part = (typeof PARTS)[number];

/** What the playhead stands on: number, type, actor, absolute time, and how many share its pixel. Written without a rendering. */
export function Flag({ model }: { readonly model: DockModel }) {
  const { eventOf } = useWording();
  const flag = useRef<HTMLDivElement>(null);
  const parts: Record<Part, RefObject<HTMLElement | null>> = {
    number: useRef<HTMLElement>(null),
    type: useRef<HTMLElement>(null),
    actor: useRef<HTMLElement>(null),
    time: useRef<HTMLElement>(null),
    note: useRef<HTMLElement>(null),
  };
  usePainter(model, (words) => {
    const { projection, place, width } = model;
    if (flag.current === null || width === 0) return;
    if (words) write();
    const x = Math.round(projection.toX(place));
    // The flag keeps inside both edges without being measured: percentages here are of its own width.
    flag.current.style.transform = `translateX(max(4px, min(${x + 1}px, ${width - 4}px - 100%)))`;
    writeAttribute(flag.current, 'data-outside', x < 0 ? 'before' : x > width ? 'after' : '');
    flag.current.style.visibility = 'visible';
  });
  const write = () => {
    model.stream.events.want([model.ordinal]);
    const texts = flagTexts(model, eventOf);
    for (const part of PARTS) writeText(parts[part].current, texts[part]);
  };
  return (
    <div ref={flag} className={styles.flag} aria-hidden="true" data-testid="timeline-flag">
      <b ref={parts.number} />
      <span className={styles.type}>
        <bdi ref={parts.type} />
      </span>
      <span className={styles.actor}>
        <bdi ref={parts.actor} />
      </span>
      <span ref={parts.time} className={styles.time} />
      <span ref={parts.note} className={styles.note} />
    </div>
  );
}

function flagTexts(model: DockModel, eventOf: (type: string) => string): Record<Part, string> {
  const { stream, columns, ordinal, positions, projection, zone, free } = model;
  if (stream.length === 0) return { number: '', type: 'No events', actor: '', time: '', note: '' };
  if (free.at !== null)
    return {
      number: '',
      type: `As of ${instantText(free.at, zone)}`,
      actor: '',
      time: '',
      note: ordinal < 1 ? 'before the first event' : `last event ${versionText(stream, ordinal)}`,
    };
  if (ordinal < 1) return { number: countText(0), type: BEFORE_FIRST, actor: '', time: '', note: '' };
  const header = stream.peek(ordinal);
  if (header === null)
    return { number: versionText(stream, ordinal), type: '…', actor: '', time: '', note: '' };
  // How many share the pixel is only said where it is known.
  const here = columns.exact(ordinal) ? eventsHere(positions, projection, ordinal) : 1;
  const notes = [
    here > 1 ? `${countText(here)} here` : '',
    header.late ? lateWords(header, stream.axis) : '',
    clockWentBack(header, stream.axis) ? 'clock went back' : '',
  ];
  return {
    number: countText(header.version),
    type: visibleString(eventOf(header.type)),
    actor: header.actor === null ? '' : visibleString(shownBlanks(header.actor)),
    time: instantText(instantOf(header, stream.axis), zone),
    note: notes.filter((note) => note !== '').join(', '),
  };
}
