import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IgnoreRules } from '#client/ignore-rules';
import { useWording } from '#client/wording/use-wording';
import { Button } from '#components/ui/button';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** What the reader asked to leave out, each with a way to take it back. */
export function RuleChips({ rules, onRules }: { rules: IgnoreRules; onRules(rules: IgnoreRules): void }) {
  const { face, nameOf } = useWording();
  const { ignores, ignoresOrder } = rules;
  if (ignores.length === 0 && !ignoresOrder) return null;
  const without = (path: string) => ({ ...rules, ignores: ignores.filter((one) => one !== path) });
  return (
    <section
      aria-label="Rules of this diff"
      className="flex flex-none flex-wrap items-center gap-1.5 border-line border-b px-3 py-1"
    >
      <span className="text-ink-3">Left out</span>
      {ignores.map((path) => (
        <Chip key={path} name={visibleString(nameOf(path))} onRemove={() => onRules(without(path))}>
          <span className={`min-w-0 truncate ${face === 'auditor' ? '' : 'font-mono text-sm'}`}>
            <VisibleText text={nameOf(path)} />
          </span>
        </Chip>
      ))}
      {ignoresOrder ? (
        <Chip name="the order of lists" onRemove={() => onRules({ ...rules, ignoresOrder: false })}>
          the order of lists
        </Chip>
      ) : null}
      {ignores.length + Number(ignoresOrder) > 1 ? (
        <Button onClick={() => onRules({ ignores: [], ignoresOrder: false })}>Leave nothing out</Button>
      ) : null}
    </section>
  );
}

function Chip({ name, onRemove, children }: { name: string; onRemove(): void; children: ReactNode }) {
  return (
    <span className="flex min-h-6 min-w-0 max-w-full items-center gap-1 rounded-md border border-line-2 pl-2">
      {children}
      <button
        type="button"
        aria-label={`Show ${name} again`}
        title={`Show ${name} again`}
        onClick={onRemove}
        className="flex size-6 shrink-0 items-center justify-center text-ink-3 hover:text-ink"
      >
        <X aria-hidden size={12} />
      </button>
    </span>
  );
}
