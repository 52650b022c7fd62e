/** The header columns, read one event at a time. */
import type { Axis } from '../event.ts';
import type { HeaderColumns } from './columns.ts';
import type { EventHeader } from './history.ts';
import { upperBoundOfInstants } from './sorted-search.ts';

export class EventHeaders {
  private ordinals: ReadonlyMap<number, number> | null = null;

  constructor(
    private readonly columns: HeaderColumns,
    private readonly axis: Axis,
  ) {}

  header(ordinal: number, changes: number): EventHeader {
    const { columns } = this;
    const at = ordinal - 1;
    return {
      ordinal,
      version: columns.versions[at] ?? 0,
      position: columns.positions[at] ?? 0n,
      type: columns.types[columns.typeIds[at] ?? 0] ?? '',
      schemaVersion: columns.schemaVersions[at] ?? 0,
      actor: columns.actors[columns.actorIds[at] ?? 0] ?? null,
      occurredAt: columns.occurredAt[at] ?? 0n,
      recordedAt: columns.recordedAt[at] ?? 0n,
      recordedHigh: columns.recordedHigh[at] ?? 0n,
      flags: columns.flags[at] ?? 0,
      removed: columns.removed[at] === 1,
      changes,
      mark: columns.marks.get(ordinal) ?? null,
    };
  }

  ordinalOfVersion(version: number): number {
    const { versions } = this.columns;
    // Versions have no gaps, so on the recorded axis the ordinal is nearly always the version itself.
    if (versions[version - 1] === version && this.axis === 'recorded') return version;
    this.ordinals ??= new Map(Array.from(versions, (known, index) => [known, index + 1]));
    const ordinal = this.ordinals.get(version);
    if (ordinal === undefined) throw new RangeError(`Version ${version} is not in this history.`);
    return ordinal;
  }

  ordinalAsOf(micros: bigint): number {
    const { recordedHigh, occurredAt } = this.columns;
    return upperBoundOfInstants(this.axis === 'recorded' ? recordedHigh : occurredAt, micros);
  }
}
