import { ButtonLink } from '#components/ui/button';
import { MessagePage } from '../../../message-page.tsx';

export default function EntityNotFound() {
  return (
    <MessagePage title="No event ever named this entity">
      <p>Check its type and id, and the namespace: an address without ns= means the namespace main.</p>
      <div className="flex gap-2">
        <ButtonLink href="/entities">To all entities</ButtonLink>
        <ButtonLink href="/">To the overview</ButtonLink>
      </div>
    </MessagePage>
  );
}
