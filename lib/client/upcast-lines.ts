/**
 * A payload as it is stored and as the upcasters gave it, both laid out line by line, with the lines marked that differ.
 *
 * Law: a line is marked exactly where the other form lacks its path or has something else there, wherever the key stands and however
 * the text was spaced. Both forms keep their own order and spelling.
 */
import { canonicalText, formatPointer, isJsonArray, isJsonObject, type Json, parseExact } from '#core';
import { prettyJson } from './pretty-json.ts';

export interface UpcastLine {
  readonly text: string;
  readonly differs: boolean;
}

export interface UpcastLines {
  readonly stored: readonly UpcastLine[];
  readonly upcast: readonly UpcastLine[];
}

/** Both are JSON texts. */
export function upcastLines(stored: string, upcast: string): UpcastLines {
  const [from, to] = [facesOf(stored), facesOf(upcast)];
  return { stored: markedLines(stored, from, to), upcast: markedLines(upcast, to, from) };
}

/** By path: the text of a value, or how an object or array with members opens. */
type Faces = Map<string, string>;

function facesOf(text: string): Faces {
  const faces: Faces = new Map();
  const json = parseExact(text);
  if (json.ok) addFaces(json.value, '', faces);
  return faces;
}

function addFaces(value: Json, path: string, faces: Faces): void {
  const members = isJsonArray(value)
    ? value.map((member, index) => [String(index), member] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  const opens = isJsonArray(value) ? '[' : '{';
  faces.set(path, members.length === 0 ? canonicalText(value) : opens);
  for (const [key, member] of members) addFaces(member, path + formatPointer([key]), faces);
}

function markedLines(text: string, own: Faces, other: Faces): UpcastLine[] {
  return linesWithPaths(prettyJson(text)).map(({ text: line, path }) => ({
    text: line,
    differs: own.get(path) !== other.get(path),
  }));
}

interface Container {
  readonly path: string;
  /** The index of its next element; null: it is an object. */
  index: number | null;
}

function linesWithPaths(pretty: string): { readonly text: string; readonly path: string }[] {
  const open: Container[] = [];
  return pretty.split('\n').map((text) => {
    const written = text.trimStart();
    if (/^[}\]]/.test(written)) return { text, path: open.pop()?.path ?? '' };
    const path = pathOf(open.at(-1), written);
    if (/[{[]$/.test(written)) open.push({ path, index: written.endsWith('[') ? 0 : null });
    return { text, path };
  });
}

const KEY = /^"(?:[^"\\]|\\[\s\S])*"/;

function pathOf(container: Container | undefined, written: string): string {
  if (container === undefined) return '';
  if (container.index === null) {
    const [key = '""'] = KEY.exec(written) ?? [];
    return container.path + formatPointer([String(JSON.parse(key))]);
  }
  const path = `${container.path}/${container.index}`;
  container.index += 1;
  return path;
}
