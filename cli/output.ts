/** What commands write: answers to stdout, words about them to stderr. */
import type { Problem } from '#core';
import { type ExitCode, exitOf } from './exit.ts';
import { shownLines, shownText } from './shown-text.ts';

/** Says a problem with its number and place on stderr, and answers its exit code. */
export function refuse(problem: Problem): ExitCode {
  const { code, place, message } = problem;
  const isNamed = place === undefined || message.startsWith(`${place} `) || message.includes(`${place}: `);
  say(`${code}: ${isNamed ? '' : `${place}: `}${message}`);
  return exitOf(problem);
}

/** One line of words on stderr. */
export function say(line: string): void {
  process.stderr.write(`${shownText(line)}\n`);
}

/** Words of several lines, such as a stack, on stderr. */
export function sayLines(text: string): void {
  process.stderr.write(`${shownLines(text)}\n`);
}

/** Columns as one line of words: tabs apart, and nothing from a log reaches the terminal unseen or as a column of its own. */
export function wordsOf(...columns: readonly string[]): string {
  return columns.map(shownText).join('\t');
}

export async function printWords(...columns: readonly string[]): Promise<void> {
  await print(wordsOf(...columns));
}

/** Thrown where nobody reads stdout any more (`| head`): the command is over, and that is its reader's right. */
export class ReaderGone extends Error {}

/** Writes one exact line to stdout and waits while the reader is slower than we are, so that memory stays flat. */
export async function print(line: string): Promise<void> {
  if (!(await offer(line))) throw new ReaderGone();
}

/** Writes a piece of a file to stdout as it is, and waits like {@link print}. */
export async function printPiece(piece: string | Uint8Array): Promise<void> {
  if (!(await write(piece))) throw new ReaderGone();
}

/** As {@link print}, for a command that goes on all the same; false: nobody reads any more. */
export async function offer(line: string): Promise<boolean> {
  return write(`${line}\n`);
}

async function write(text: string | Uint8Array): Promise<boolean> {
  if (!readerIsGone && !process.stdout.write(text)) await drained();
  return !readerIsGone;
}

let readerIsGone = false;

/** A pipe that its reader closed is no failure, on stdout or stderr. To be called once. */
export function bearClosedPipes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    readerIsGone = true;
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function drained(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'error', 'close']) process.stdout.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'error', 'close']) process.stdout.on(event, done);
  });
}
