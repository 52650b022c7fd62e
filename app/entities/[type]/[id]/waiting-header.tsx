import { Download } from 'lucide-react';
import type { EntityName } from '#client/entity-href';
import { instantText } from '#client/instant-text';
import { AppHeader } from '#components/shell/app-header';
import { Button } from '#components/ui/button';
import type { Axis } from '#core';
import { AxisSelect } from './axis-select.tsx';
import { EntityTitle } from './entity-title.tsx';

/** The header of the entity before there is anything to choose, as high as it will be then. */
export function WaitingHeader({
  entity,
  axis,
  events,
  namespaces,
}: {
  entity: EntityName;
  axis: Axis;
  events: number;
  namespaces: readonly string[];
}) {
  return (
    <AppHeader namespace={entity.namespace} namespaces={namespaces} section="entities">
      <EntityTitle entity={entity} events={events} />
      <AxisSelect axis={axis} loading onAxis={() => undefined} />
      <div aria-hidden className="invisible flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 max-md:pb-2">
        <p className="flex min-h-7 min-w-0 items-center gap-2 border border-transparent px-2">
          <span className="font-semibold">As of</span>
          <span className="min-w-[24ch] font-mono text-sm">{instantText(0n)}</span>
        </p>
        <Button look="outlined" disabled>
          Now
        </Button>
      </div>
      <div aria-hidden className="invisible max-md:pb-2">
        <Button look="outlined" disabled>
          <Download aria-hidden size={14} />
          <span className="max-sm:sr-only">Export</span>
        </Button>
      </div>
    </AppHeader>
  );
}
