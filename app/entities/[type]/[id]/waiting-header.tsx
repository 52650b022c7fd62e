import { Download } from 'lucide-react';
import type { EntityName } from '#client/entity-href';
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
      <div aria-hidden className="invisible h-7 w-8" />
      <div
        aria-hidden
        className="invisible flex min-w-0 flex-wrap items-center max-md:order-last max-md:basis-full max-md:pb-2"
      >
        <div className="flex min-h-8 min-w-0 flex-wrap items-center border border-transparent pl-2">
          <p className="flex min-h-7 items-center gap-2 pr-1">
            <span className="font-semibold">As of</span>
            <span className="min-w-[24ch] font-mono text-sm">…</span>
          </p>
          <span className="w-12" />
          <AxisSelect axis={axis} loading onAxis={() => undefined} />
          <Button className="mx-0.5" disabled>
            Now
          </Button>
        </div>
      </div>
      <div aria-hidden className="invisible">
        <Button look="outlined" disabled>
          <Download aria-hidden size={14} />
          <span className="max-2xl:sr-only">Export</span>
        </Button>
      </div>
    </AppHeader>
  );
}
