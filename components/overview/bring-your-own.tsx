import { Fragment, type ReactNode } from 'react';
import { CopyButton } from '#components/ui/copy-button';
import { PageSection } from '#components/ui/document-page';

/** From a log of one's own to a timeline: the commands, ready to copy. */
export function BringYourOwn({ namespace }: { namespace: string }) {
  const into = namespace === 'main' ? '' : ` --namespace ${quoted(namespace)}`;
  return (
    <PageSection id="bring" title="Bring your own log">
      <div className="flex flex-col gap-4">
        <Recipe
          title="Any log with one JSON object a line"
          command={`npx chronoscope import events.ndjson --format ndjson --entity-type order --entity-id /orderId --event-type /type --actor /user --occurred-at /at --fold merge${into}`}
        >
          The pointers say where a line has what. Add{' '}
          <code className="whitespace-nowrap text-sm">--dry-run</code> to see five mapped events first.
        </Recipe>
        <Recipe
          title="The files of a Git repository"
          command={`npx chronoscope import . --format git --path "*.json"${into}`}
        >
          Every JSON and YAML file becomes an entity, every commit that touched it an event.
        </Recipe>
        <Recipe
          title="AWS CloudTrail or Kubernetes audit logs"
          command={`npx chronoscope import trail.json.gz --format cloudtrail${into}`}
        >
          For Kubernetes say <code className="whitespace-nowrap text-sm">--format k8s-audit</code>.
        </Recipe>
      </div>
    </PageSection>
  );
}

function Recipe({ title, command, children }: { title: string; command: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      <p className="text-ink-2">{children}</p>
      <div className="mt-1.5 flex items-start gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 py-1 text-sm [overflow-wrap:anywhere]">
          {/* A line may end between words only: browsers would break an option after its dashes. */}
          {command.split(' ').map((word, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the words of one command never move
            <Fragment key={place}>
              {place === 0 ? '' : ' '}
              <span className="inline-block max-w-full">{word}</span>
            </Fragment>
          ))}
        </code>
        <CopyButton text={command} title="Copy the command">
          Copy
        </CopyButton>
      </div>
    </div>
  );
}

/** A namespace as one word of a shell. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
