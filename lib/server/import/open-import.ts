/** What one import reads, found before anything is written; standard input is kept in a file where it is read twice. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ok, type Result } from '#core';
import {
  findInputs,
  type Input,
  openSource,
  type ReadMeter,
  type Source,
  type SourceContext,
} from '#sources';
import type { ImportStart } from '#store';
import type { ImportRequest } from './import-request.ts';

export interface OpenedImport {
  readonly inputs: readonly Input[];
  /** Opens the source from its beginning. */
  open(meter: ReadMeter): Source;
  /** As the store records it. */
  describe(): ImportStart;
  close(): Promise<void>;
}

/** `eventIdKey`: hex, the store's own. Errors: CS-209, CS-210, CS-212. */
export async function openImport(eventIdKey: string, request: ImportRequest): Promise<Result<OpenedImport>> {
  const found = await findInputs(request.what, request.labels);
  if (!found.ok) return found;
  const context: SourceContext = {
    name: request.source,
    eventIdKey,
    zone: request.zone,
    namePrefix: request.namespace === 'main' ? '' : `${request.namespace}:`,
  };
  const spool = request.strict ? await spooled(found.value) : { inputs: found.value, folder: null };
  return ok({
    inputs: spool.inputs,
    open: (meter) => openSource(request.what, spool.inputs, context, meter),
    describe: () => descriptionOf(request, context, spool.inputs),
    close: async () => {
      if (spool.folder !== null) await rm(spool.folder, { recursive: true, force: true });
    },
  });
}

/** The folder that mkdtemp makes is the user's alone. */
async function spooled(
  inputs: readonly Input[],
): Promise<{ inputs: readonly Input[]; folder: string | null }> {
  if (!inputs.some((input) => input.file === null)) return { inputs, folder: null };
  const folder = await mkdtemp(path.join(tmpdir(), 'chronoscope-import-'));
  const file = path.join(folder, 'stdin');
  try {
    await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { inputs: inputs.map((input) => (input.file === null ? { ...input, file } : input)), folder };
}

function descriptionOf(
  request: ImportRequest,
  context: SourceContext,
  inputs: readonly Input[],
): ImportStart {
  const [first, ...others] = new Set(
    inputs.map((input) => request.source ?? `${context.namePrefix}${input.name}`),
  );
  const source = others.length === 0 ? (first ?? '') : `${first} and ${others.length} more`;
  const { labels, what, zone, fold, strict } = request;
  const options = JSON.stringify({ files: labels, ...what, zone, fold, strict });
  return { namespace: request.namespace, source, format: what.format, options };
}
