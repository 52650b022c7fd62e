import { Columns3 } from 'lucide-react';
import { EmptyState } from '#components/ui/empty-state';
import { MOST_TOGETHER } from '#wire';

export function TogetherEmpty() {
  return (
    <EmptyState title="No entity is open here" icon={<Columns3 size={24} />}>
      <p>
        Add up to {MOST_TOGETHER} entities of any types above, each as its type and id, such as{' '}
        <span className="font-mono text-sm">order/4711</span>. One playhead then moves all of them.
      </p>
    </EmptyState>
  );
}
