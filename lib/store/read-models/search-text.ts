/**
 * What free text is looked for in: all that people read of an event. Numbers are as they were written, but beside escapes as JSONB has them; escapes of
 * JSON are blanks, and what is base64 is not text.
 */

/** Over event e, event_body b and stream s. */
export const SEARCH_TEXT = searchText(
  { event: 'e', body: 'b', stream: 's' },
  `CASE WHEN e.payload_format = 'json' THEN searchable_json(b.payload) END`,
);

interface Holders {
  readonly event: string;
  readonly body: string;
  readonly stream: string;
}

/** `json`: the payload as JSONB, or NULL where it is none that PostgreSQL can hold. It is asked for only where something is escaped. */
export function searchText({ event, body, stream }: Holders, json: string): string {
  return `concat_ws(' ', ${event}.type, ${stream}.entity_type, ${stream}.entity_id, ${body}.actor,
    CASE
      WHEN ${event}.payload_format = 'json' AND strpos(${body}.payload, '\\') > 0
        THEN without_escapes(coalesce((${json})::text, ${body}.payload))
      WHEN ${event}.payload_format IN ('json', 'yaml', 'text') THEN ${body}.payload
    END,
    without_escapes(${body}.metadata))`;
}
