/**
 * How an append tells other connections of itself. PostgreSQL hands a notification out after the commit that it is part of, so
 * whoever looks then sees the events; and one that is rolled back tells nobody.
 */
const CHANNEL = 'chronoscope_appended';

export const LISTEN = `LISTEN ${CHANNEL}`;

/** Goes in front of the commit, in the same message, so that it costs no round trip. The payload is for people who listen by psql. */
export const appendedNotice = (newest: bigint | null): string =>
  newest === null ? '' : `NOTIFY ${CHANNEL}, '${newest}'; `;
