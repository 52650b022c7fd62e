import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PartBoundary } from '#components/ui/part-boundary';

/** Most pages have nothing to tell. */
const NoticeList = dynamic(() => import('./notice-list.tsx').then((loaded) => loaded.NoticeList));

/** Where what is shown differs from what was asked, and why. */
export function ScreenNotices({
  problems,
  ignored,
  axisReason,
  upTo,
  onAll,
}: {
  problems: readonly (string | null)[];
  ignored: readonly string[];
  axisReason: string | null;
  /** Only events up to this version are taken into account; null: all. */
  upTo: number | null;
  onAll(): void;
}) {
  const told = [...new Set(problems.filter((problem) => problem !== null))];
  const [closed, setClosed] = useState(false);
  const reason = closed ? null : axisReason;
  if (told.length === 0 && ignored.length === 0 && reason === null && upTo === null) return null;
  const onClose = () => setClosed(true);
  return (
    <PartBoundary>
      <NoticeList {...{ told, ignored, reason, upTo, onAll, onClose }} />
    </PartBoundary>
  );
}
