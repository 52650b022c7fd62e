/** The lines of the public histories as plain events, read without the product: what its answers are held to. */
import { z } from 'zod';
import { readLines } from './real-histories.ts';

export interface RealEvent {
  readonly entityType: string;
  readonly entityId: string;
  readonly type: string;
  readonly actor: string | null;
  /** Milliseconds since 1970, as it happened. */
  readonly occurred: number;
  /** null: the line does not say, so that it was recorded when it was taken in. */
  readonly recorded: number | null;
  /** Of the entity behind this event: its content, or how many of its actions succeeded; null: there is none. */
  readonly state: unknown;
  readonly line: unknown;
}

export function wikipediaEvents(): readonly RealEvent[] {
  const edit = z.object({
    channel: z.string(),
    page: z.string(),
    user: z.string(),
    isNew: z.boolean(),
    time: z.string(),
  });
  const read = readLines('wikipedia-edits/wikiticker-2015-09-12-sampled.json.gz').map((text) => {
    const line = edit.parse(JSON.parse(text));
    const type = line.isNew ? 'PageCreated' : 'PageEdited';
    const at = Date.parse(line.time);
    const entity = { entityType: line.channel, entityId: line.page };
    return { ...entity, type, actor: line.user, occurred: at, recorded: at, succeeded: true, line };
  });
  return withActions(read);
}

export function gitHubEvents(): readonly RealEvent[] {
  const event = z.object({
    type: z.string(),
    repo: z.object({ name: z.string() }),
    actor: z.object({ login: z.string() }),
    created_at: z.string(),
  });
  const read = readLines('github-events/2021-07-21-few-hours.json').map((text) => {
    const line = event.parse(JSON.parse(text));
    const at = Date.parse(line.created_at);
    const entity = { entityType: 'repo', entityId: line.repo.name };
    const { type, actor } = line;
    return { ...entity, type, actor: actor.login, occurred: at, recorded: at, succeeded: true, line };
  });
  return withActions(read);
}

/** What a record without an ARN among its resources is about takes more to say; it is called so here, and not asked for. */
export const UNKNOWN_ENTITY = 'other';

export function cloudTrailEvents(): readonly RealEvent[] {
  const record = z.object({
    eventSource: z.string(),
    eventName: z.string(),
    eventTime: z.string(),
    errorCode: z.string().optional(),
    userIdentity: z.object({ arn: z.string().optional() }),
    resources: z.array(z.object({ ARN: z.string().optional() })).optional(),
  });
  const read = readLines('cloudtrail/events.ndjson').map((text) => {
    const line = record.parse(JSON.parse(text));
    const arn = line.resources?.find(({ ARN }) => ARN !== undefined)?.ARN;
    const isParameter = arn?.startsWith('arn:aws:ssm:') === true && arn.includes(':parameter/');
    const entity = { entityType: isParameter ? 'ssm:parameter' : 'other', entityId: arn ?? UNKNOWN_ENTITY };
    const type = `${line.eventSource.replace('.amazonaws.com', '')}.${line.eventName}`;
    const occurred = Date.parse(line.eventTime);
    const actor = line.userIdentity.arn ?? null;
    return {
      ...entity,
      type,
      actor,
      occurred,
      recorded: null,
      succeeded: line.errorCode === undefined,
      line,
    };
  });
  return withActions(read);
}

export function legislatorEvents(): readonly RealEvent[] {
  const version = z.object({
    entity: z.string(),
    op: z.string(),
    author: z.string(),
    authored_at: z.string(),
    committed_at: z.string(),
    content: z.unknown(),
  });
  return readLines('us-legislators/events.ndjson.gz').map((text) => {
    const line = version.parse(JSON.parse(text));
    return {
      ...{ entityType: 'legislator', entityId: line.entity, type: line.op, actor: line.author },
      occurred: Date.parse(line.authored_at),
      recorded: Date.parse(line.committed_at),
      state: line.op === 'removed' ? null : line.content,
      line,
    };
  });
}

type Action = Omit<RealEvent, 'state'> & { readonly succeeded: boolean };

/** A log of actions: what succeeded is counted, and an entity of which nothing did is not there. */
function withActions(actions: readonly Action[]): readonly RealEvent[] {
  const counts = new Map<string, number>();
  return actions.map(({ succeeded, ...action }) => {
    const key = JSON.stringify([action.entityType, action.entityId]);
    const count = (counts.get(key) ?? 0) + (succeeded ? 1 : 0);
    counts.set(key, count);
    return { ...action, state: count === 0 ? null : count };
  });
}
