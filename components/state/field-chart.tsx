'use client';

import { type PointerEvent, useEffect, useRef } from 'react';
import { type FieldTrack, placeInTrack } from '#client/field-track';
import type { FieldValues } from '#client/field-values';
import { projectionOf, snap } from '#client/playhead-snap';
import { versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import type { SharedWindow } from '#client/shared-window';
import { visibleString } from '#components/ui/visible-text';
import { type ChartColours, type ChartSize, drawFieldChart } from './draw-field-chart.ts';

/**
 * The numbers of a field over the stretch that the dock shows, on the dock's scale. Pointing reads a value, a click goes to its event.
 * It is for the eye: the list beside it says the same in words and has the keys.
 */
export function FieldChart({
  replay,
  track,
  values,
  shared,
  onGo,
}: {
  replay: Replay;
  track: FieldTrack;
  values: FieldValues;
  shared: SharedWindow;
  onGo(ordinal: number): void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const readout = useRef<HTMLParagraphElement>(null);
  const rule = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    return paintWith(
      element,
      (context, size, colours) => {
        if (shared.shown !== null) drawFieldChart(context, track, shared.shown, size, colours);
      },
      shared,
    );
  }, [track, shared]);

  const placeAt = (event: PointerEvent<HTMLDivElement>): { place: number; x: number } | null => {
    const { shown } = shared;
    const box = event.currentTarget.getBoundingClientRect();
    if (shown === null || box.width === 0) return null;
    const projection = projectionOf(shown.window, box.width);
    const place = placeInTrack(track, snap(shown.positions, projection, event.clientX - box.left, REACH));
    const ordinal = track.ordinals[place];
    return ordinal === undefined ? null : { place, x: projection.toX(shown.positions.at(ordinal)) };
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const found = placeAt(event);
    if (rule.current === null || readout.current === null) return;
    rule.current.hidden = found === null;
    readout.current.textContent = found === null ? '' : readoutOf(replay, track, values, found.place);
    if (found !== null) rule.current.style.transform = `translateX(${Math.max(0, found.x)}px)`;
  };
  const leave = () => {
    if (rule.current !== null) rule.current.hidden = true;
    if (readout.current !== null) readout.current.textContent = '';
  };
  return (
    <div
      aria-hidden
      data-testid="field-chart"
      className="relative flex-none cursor-crosshair overflow-hidden border-line border-b h-42 max-sm:h-24 print:hidden"
      onPointerMove={point}
      onPointerLeave={leave}
      onPointerUp={(event) => {
        const found = placeAt(event);
        if (found !== null) onGo(track.ordinals[found.place] ?? 0);
      }}
    >
      <canvas ref={canvas} className="absolute inset-0 h-full w-full" />
      <div ref={rule} hidden className="pointer-events-none absolute inset-y-0 left-0 w-px bg-ink-3" />
      <p
        ref={readout}
        className="pointer-events-none absolute top-0.5 right-2 max-w-[80%] truncate rounded-sm bg-surface px-1 text-ink-2 text-sm"
      />
    </div>
  );
}

/** Pixels to the right of the pointer in which a change is still meant. */
const REACH = 4;

/** The exact text where it has come; it is asked for and is there when the pointer moves on. Until then the drawn one, as nearly that. */
function readoutOf(
  replay: Replay,
  { ordinals, numbers }: FieldTrack,
  values: FieldValues,
  place: number,
): string {
  values.events.want([place + 1]);
  const known = values.peek(place + 1);
  const number = numbers[place] ?? Number.NaN;
  const value =
    known === null
      ? Number.isNaN(number)
        ? '…'
        : `about ${number}`
      : (known.after?.text ?? (known.composed ? 'not there' : 'no number'));
  const shown = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return `${visibleString(shown)} · event ${versionText(replay, ordinals[place] ?? 0)}`;
}

/** Characters of a value in the readout; the list has more of it. */
const LONGEST = 60;

type Paint = (context: CanvasRenderingContext2D, size: ChartSize, colours: ChartColours) => void;

/** Once a frame at most, whenever the dock shows another stretch, the canvas another size or the page other colours. */
function paintWith(element: HTMLCanvasElement, paint: Paint, shared: SharedWindow): () => void {
  let frame: number | null = null;
  const draw = () => {
    frame = null;
    const { clientWidth, clientHeight } = element;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(clientWidth * ratio);
    element.height = Math.round(clientHeight * ratio);
    const context = element.getContext('2d');
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (context !== null && clientWidth > 0)
      paint(context, { width: clientWidth, height: clientHeight }, coloursOf(element));
  };
  const request = () => {
    frame ??= requestAnimationFrame(draw);
  };
  const scheme = window.matchMedia('(prefers-color-scheme: dark)');
  const size = new ResizeObserver(request);
  size.observe(element);
  scheme.addEventListener('change', request);
  const leave = shared.watch(request);
  return () => {
    leave();
    size.disconnect();
    scheme.removeEventListener('change', request);
    if (frame !== null) cancelAnimationFrame(frame);
  };
}

function coloursOf(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const font = `11px ${token('--font-mono')}`;
  if (window.matchMedia('(forced-colors: active)').matches)
    return {
      line: 'GrayText',
      text: 'CanvasText',
      curve: 'CanvasText',
      now: 'Highlight',
      surface: 'Canvas',
      font,
    };
  return {
    line: token('--line'),
    text: token('--ink-2'),
    curve: token('--num'),
    now: token('--now'),
    surface: token('--surface'),
    font,
  };
}
