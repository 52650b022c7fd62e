import { ButtonLink } from '#components/ui/button';
import { VisibleText } from '#components/ui/visible-text';
import type { Problem } from '#core';
import { MessagePage } from '../../../../message-page.tsx';

/** What was asked cannot be answered; another report than the asked one would be worse than none. */
export function ReportRefused({ back, problem }: { back: string; problem: Problem }) {
  return (
    <MessagePage title="There is no such report">
      <p className="[overflow-wrap:anywhere]">
        <VisibleText text={problem.message} /> <span className="font-mono text-sm">{problem.code}</span>
      </p>
      <ButtonLink href={back}>Back to the entity</ButtonLink>
    </MessagePage>
  );
}
