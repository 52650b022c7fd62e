import { ButtonLink } from '#components/ui/button';
import { MessagePage } from './message-page.tsx';

export default function NotFound() {
  return (
    <MessagePage title="There is no such page">
      <p>The address leads nowhere. It may have been cut on its way here.</p>
      <ButtonLink href="/">To the overview</ButtonLink>
    </MessagePage>
  );
}
