import { CopyButton } from '#components/ui/copy-button';
import { PageSection } from '#components/ui/document-page';

/** How somebody else checks the log, without trusting this page. */
export function VerifyGuide() {
  const command = 'npx chronoscope verify';
  return (
    <PageSection id="verify" title="Check the log">
      <p className="max-w-[72ch] text-ink-2">
        Every event was committed to when it came in. This recomputes every digest and hash from the stored
        columns, checks that positions and versions have no gap, and prints the root of the log: the same root
        means the same log, to the byte.
      </p>
      <div className="mt-2 flex items-center gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 text-sm">{command}</code>
        <CopyButton text={command} title="Copy the command">
          Copy
        </CopyButton>
      </div>
    </PageSection>
  );
}
