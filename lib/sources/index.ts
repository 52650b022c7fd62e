/** The one door of the sources: foreign logs in, events or named refusals out. */
export { type ExportedEvent, exportEvent, exportHeader, exportProjection } from './exported-log.ts';
export { type Input, ReadMeter } from './input.ts';
export {
  checkZone,
  type NdjsonMapping,
  type NdjsonOptions,
  type Pointer,
  readMapping,
} from './ndjson-mapping.ts';
export { findInputs, IMPORT_FORMATS, openSource, type SourceRequest, usualKind } from './open-source.ts';
export type {
  BroughtKind,
  MappedEvent,
  RefusedItem,
  RefusedPlace,
  RestoredEvent,
  Source,
  SourceContext,
  SourceItem,
} from './source.ts';
