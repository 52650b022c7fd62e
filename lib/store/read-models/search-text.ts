/**
 * What free text is looked for in: all that people read of an event. Numbers are as they were written, but beside escapes as JSONB has them; escapes of
 * JSON are blanks, and what is base64 is not text.
 */

/** Over listed_event l and event_body b. */
export const SEARCH_TEXT = searchText({
  type: '(SELECT text FROM term WHERE id = l.type_id)',
  entityType: '(SELECT text FROM term WHERE id = l.entity_type_id)',
  event: 'l',
  body: 'b',
  json: 'l.payload',
});

interface Parts {
  readonly type: string;
  readonly entityType: string;
  /** What has the entity's id and the format of the payload. */
  readonly event: string;
  /** What has the actor and what was said. */
  readonly body: string;
  /** The payload as JSONB, or NULL where it is none that PostgreSQL can hold. It is asked for only where something is escaped. */
  readonly json: string;
}

export function searchText({ type, entityType, event, body, json }: Parts): string {
  return `concat_ws(' ', ${type}, ${entityType}, ${event}.entity_id, ${body}.actor,
    CASE
      WHEN ${event}.payload_format = 'json' AND strpos(${body}.payload, '\\') > 0
        THEN without_escapes(coalesce((${json})::text, ${body}.payload))
      WHEN ${event}.payload_format IN ('json', 'yaml', 'text') THEN ${body}.payload
    END,
    without_escapes(${body}.metadata))`;
}
