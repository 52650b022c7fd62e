import type { Metadata } from 'next';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { ImportHistory } from '#components/status/import-history';
import { StoreFacts } from '#components/status/store-facts';
import { VerifyGuide } from '#components/status/verify-guide';
import { DocumentPage } from '#components/ui/document-page';
import { InZone } from '#components/ui/in-zone';
import { listNamespaces, readStatus, serverApp } from '#server';
import { parseAppTime } from '#wire';
import { AddressNotices } from '../address-notices.tsx';
import { headerTime } from '../app-time.ts';
import { namespaceOf, type PageSearch, searchParamsOf } from '../search-params.ts';

export const metadata: Metadata = { title: 'Status' };

export default async function StatusPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const raw = await searchParams;
  const namespace = namespaceOf(raw);
  const search = searchParamsOf(raw);
  const time = await headerTime('/status', search);
  const { ignored } = parseAppTime(search);
  const { viewer, app } = await serverApp();
  const [status, namespaces] = await Promise.all([readStatus(viewer, app), listNamespaces(viewer, app)]);
  return (
    <InZone written={time.time.zone}>
      <AppHeader namespace={namespace} namespaces={namespaces} section="status" time={time} />
      <TimeSign page={time} obeyed={false} />
      <AddressNotices ignored={ignored} />
      <DocumentPage title="Status" lead="Of the whole store, all namespaces together.">
        <StoreFacts status={status} />
        <VerifyGuide />
        <ImportHistory imports={status.imports} />
      </DocumentPage>
    </InZone>
  );
}
