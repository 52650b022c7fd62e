import { visibleRuns } from '#client/visible-runs';
import { Button } from '#components/ui/button';
import { VisibleText } from '#components/ui/visible-text';

/** What is wrong with a query, what to do, and one click that does it; and what of it cannot be seen in the field. */
export function QueryTrouble({
  id,
  text,
  message,
  code,
  suggestion,
  onTake,
}: {
  id: string;
  /** As it is written in the field. */
  text: string;
  /** null: nothing is wrong. */
  message: string | null;
  code: string | null;
  suggestion: string | null;
  onTake(suggestion: string): void;
}) {
  return (
    <div className="flex flex-col gap-1 empty:hidden">
      <p id={id} role="status" className={message === null ? 'sr-only' : 'text-rem'}>
        {message === null ? '' : <VisibleText text={message} />}
        {message === null || code === null ? null : <span className="text-sm"> ({code})</span>}
      </p>
      {message === null || suggestion === null ? null : (
        <p className="flex flex-wrap items-center gap-x-2">
          <Button look="outlined" onClick={() => onTake(suggestion)} className={LONG}>
            <span className="whitespace-normal text-left">
              {suggestion === '' ? (
                'Leave it out'
              ) : (
                <>
                  Write{' '}
                  <span className="font-mono [overflow-wrap:anywhere]">
                    <VisibleText text={suggestion} />
                  </span>{' '}
                  instead
                </>
              )}
            </span>
          </Button>
        </p>
      )}
      {visibleRuns(text).every(({ name }) => name === null) ? null : (
        <p className="text-ink-2 text-sm">
          It holds characters that the field does not show:{' '}
          <span className="font-mono [overflow-wrap:anywhere]">
            <VisibleText text={text} />
          </span>
        </p>
      )}
    </div>
  );
}

const LONG = 'h-auto! min-h-7 max-w-full shrink!';
