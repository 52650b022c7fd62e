import { prettyJson } from '#client/pretty-json';
import { Disclosure } from '#components/ui/disclosure';
import { VisibleText } from '#components/ui/visible-text';

/** What the source said beside the payload. */
export function MetadataView({ metadata }: { metadata: string }) {
  return (
    <Disclosure summary="Metadata" className="px-4 pb-4" summaryClassName="h-7 font-semibold">
      <pre className="whitespace-pre-wrap rounded-md bg-sunken p-3 font-mono text-sm leading-[18px] [overflow-wrap:anywhere]">
        <VisibleText text={prettyJson(metadata)} lines />
      </pre>
    </Disclosure>
  );
}
