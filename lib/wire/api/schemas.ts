/** Every answer of the API that is JSON, by the name that its document has for it. */
import type { z } from 'zod';
import { actorSchema } from './actor-schema.ts';
import { buildingSchema } from './building-schema.ts';
import {
  eventModelSchema,
  eventTypeDetailSchema,
  eventTypesSchema,
  followExamplesSchema,
} from './catalogue-schemas.ts';
import { entitiesSchema, entitySchema, foundEntitiesSchema } from './entity-schemas.ts';
import { eventDetailSchema, eventPageSchema } from './event-schemas.ts';
import { noteSchema, notesSchema, noteToWriteSchema, noteWrittenSchema } from './note-schemas.ts';
import { outlineSchema } from './outline-schema.ts';
import { overviewSchema } from './overview-schemas.ts';
import { mentionSchema } from './parts.ts';
import { problemSchema } from './problem-schema.ts';
import { foundEventsSchema, relatedEventsSchema, textMatchesSchema } from './related-schemas.ts';
import { comparisonSchema, foundPageSchema, foundSummarySchema, namesSchema } from './search-schemas.ts';
import { sequencesSchema } from './sequence-schemas.ts';
import {
  blameSchema,
  diffSchema,
  fieldSchema,
  firstWhereSchema,
  jsonPatchSchema,
  stateSchema,
} from './state-schemas.ts';

export const API_SCHEMAS = {
  Entities: entitiesSchema,
  FoundEntities: foundEntitiesSchema,
  Entity: entitySchema,
  Events: eventPageSchema,
  Event: eventDetailSchema,
  EventMention: mentionSchema,
  State: stateSchema,
  Diff: diffSchema,
  JsonPatch: jsonPatchSchema,
  Blame: blameSchema,
  Field: fieldSchema,
  FirstWhere: firstWhereSchema,
  TextMatches: textMatchesSchema,
  RelatedEvents: relatedEventsSchema,
  FoundEvents: foundEventsSchema,
  FoundPage: foundPageSchema,
  FoundSummary: foundSummarySchema,
  Sequences: sequencesSchema,
  Names: namesSchema,
  Comparison: comparisonSchema,
  EventTypes: eventTypesSchema,
  EventType: eventTypeDetailSchema,
  EventModel: eventModelSchema,
  FollowExamples: followExamplesSchema,
  Overview: overviewSchema,
  Actor: actorSchema,
  Notes: notesSchema,
  Note: noteSchema,
  NoteToWrite: noteToWriteSchema,
  NoteWritten: noteWrittenSchema,
  Outline: outlineSchema,
  Building: buildingSchema,
  Problem: problemSchema,
} as const satisfies Record<string, z.ZodType>;

export type ApiSchemaName = keyof typeof API_SCHEMAS;
