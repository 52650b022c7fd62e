import { Link } from '#components/ui/link';
import { DEMO_NAMESPACE, type SequenceView } from '#wire';
import { sequenceHref } from './sequence-href.ts';

/** Before anything is asked: what a sequence is, and some of the demo to begin with. */
export function SequenceExamples({ view }: { view: SequenceView }) {
  return (
    <section aria-labelledby="examples" className="flex flex-col gap-3">
      <h2 id="examples" className="font-semibold">
        {view.namespace === DEMO_NAMESPACE ? 'To begin with' : 'How a sequence is written'}
      </h2>
      <p className="max-w-[72ch] text-ink-2">
        Steps with arrows between them. “no” says that something does not happen, “within 2d” by when, “3x”
        how often; what is in parentheses is a query. At the end, “by actor” or “by correlation” follows
        people or conversations instead of entities.
      </p>
      <ul className="border-line border-t">
        {EXAMPLES.map(({ text, words }) => (
          <li key={text} className="border-line border-b">
            <Link
              href={sequenceHref(view, { text, reached: null })}
              className="flex flex-col gap-0.5 px-2 py-2 hover:bg-sunken"
            >
              <span>{words}</span>
              <span className="font-mono text-ink-2 text-sm [overflow-wrap:anywhere]">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const EXAMPLES = [
  {
    words: 'Abandoned carts that were not bought at once, were picked up within a week, and then bought',
    text: 'CartAbandoned -> no CartCheckedOut within 2d -> CartResumed within 7d -> CartCheckedOut',
  },
  {
    words: 'Orders that were not delivered within a week',
    text: 'OrderPlaced -> no OrderDelivered within 7d',
  },
  {
    words: 'Payments that failed and were authorised within a day, in one conversation',
    text: 'PaymentFailed -> PaymentAuthorised within 1d by correlation',
  },
  {
    words: 'People who approved three refunds within a month',
    text: '3x RefundApproved within 30d by actor',
  },
] as const;
