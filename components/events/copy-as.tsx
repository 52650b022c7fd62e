'use client';

import type { EntityName } from '#client/entity-href';
import { CopyButton } from '#components/ui/copy-button';
import { type EventDetail, entityApiPath } from '#wire';

/** The event as it is asked for and answered elsewhere: its JSON, the request for it, the command for it. */
export function CopyAs({ entity, detail }: { entity: EntityName; detail: EventDetail }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="sr-only">Copy as</legend>
      <CopyButton text={() => JSON.stringify(detail, null, 2)} title="The whole event as the API answers it">
        Copy JSON
      </CopyButton>
      <CopyButton text={() => curlOf(entity, detail.version)} title="A request to the API for this event">
        Copy curl
      </CopyButton>
      <CopyButton text={() => commandOf(entity, detail.version)} title="A command that writes this event">
        Copy CLI
      </CopyButton>
    </fieldset>
  );
}

function curlOf({ namespace, type, id }: EntityName, version: number): string {
  const query = new URLSearchParams({ ns: namespace, from: String(version), to: String(version) });
  const address = `${window.location.origin}${entityApiPath(type, id, '/events')}?${query}`;
  return `curl -s ${quoted(address)}`;
}

/** The stream is written one event a line, in the order of versions. */
function commandOf({ namespace, type, id }: EntityName, version: number): string {
  const options = namespace === 'main' ? '' : ` --namespace ${quoted(namespace)}`;
  return `chronoscope events --json${options} -- ${quoted(type)} ${quoted(id)} | sed -n '${version}p'`;
}

/** For a shell of the POSIX kind: between single quotes everything is itself, but for the quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
