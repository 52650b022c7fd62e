import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import { EntityTypeWords } from '#components/ui/names';
import { BECAME, type CompareView } from '#wire';
import { BECAME_LOOKS } from './became-words.tsx';
import { compareHref } from './compare-href.ts';
import type { ComparedType } from './comparison.ts';
import { countText } from './count-words.ts';

const NUMBER =
  'w-24 px-3 py-1.5 text-right font-mono text-sm max-sm:w-20 max-sm:px-1 max-sm:nth-[5]:w-[92px] max-sm:nth-[5]:pr-4';
const LINK =
  'inline-flex min-h-6 items-center underline decoration-line-2 underline-offset-2 hover:decoration-current';

/** How many entities of each type appeared, vanished and changed; each number leads to them in the list. */
export function TypeCounts({ view, types }: { view: CompareView; types: readonly ComparedType[] }) {
  const most = Math.max(1, ...types.map(entitiesOf));
  return (
    <PageSection id="types" title="By entity type">
      <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
        <table className="w-full table-fixed border-collapse">
          <thead>
            <tr className="border-line border-b text-left text-ink-3 text-sm">
              <th scope="col" className="py-2 pr-3 pl-4 font-medium sm:w-52">
                Type
              </th>
              <td className="px-3 max-md:hidden" />
              {BECAME.map((became) => (
                <th key={became} scope="col" className={`${NUMBER} font-medium font-text`}>
                  <span aria-hidden className={`pr-1 font-mono ${BECAME_LOOKS[became].ink}`}>
                    {BECAME_LOOKS[became].glyph}
                  </span>
                  {BECAME_LOOKS[became].word}
                </th>
              ))}
              <th scope="col" className={`${NUMBER} font-medium font-text max-sm:hidden`}>
                Fields
              </th>
              <th scope="col" className={`${NUMBER} pr-4 font-medium font-text max-sm:hidden`}>
                Events
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {types.map((type) => (
              <TypeRow key={type.entityType} view={view} type={type} most={most} />
            ))}
          </tbody>
        </table>
      </div>
    </PageSection>
  );
}

const entitiesOf = ({ appeared, vanished, changed }: ComparedType): number => appeared + vanished + changed;

function TypeRow({ view, type, most }: { view: CompareView; type: ComparedType; most: number }) {
  const { entityType } = type;
  return (
    <tr className="hover:bg-sunken">
      <th scope="row" className="py-1 pr-3 pl-4 text-left font-medium [overflow-wrap:anywhere]">
        <Link href={`${compareHref(view, { entityType, became: null })}#entities`} className={LINK}>
          <EntityTypeWords entityType={entityType} />
        </Link>
      </th>
      <td className="px-3 max-md:hidden">
        <TypeBar type={type} most={most} />
      </td>
      {BECAME.map((became) => (
        <td key={became} className={NUMBER}>
          {type[became] === 0 ? (
            <span className="text-ink-3">0</span>
          ) : (
            <Link
              href={`${compareHref(view, { entityType, became })}#entities`}
              className={`${LINK} justify-end`}
            >
              {countText(type[became])}
            </Link>
          )}
        </td>
      ))}
      <td className={`${NUMBER} max-sm:hidden`}>{countText(type.fields)}</td>
      <td className={`${NUMBER} pr-4 max-sm:hidden`}>{countText(type.events)}</td>
    </tr>
  );
}

/** As long as the type has entities beside the one with most; what the numbers say, for the eye. */
function TypeBar({ type, most }: { type: ComparedType; most: number }) {
  return (
    <div aria-hidden className="flex h-1.5 max-w-96 gap-px">
      {BECAME.filter((became) => type[became] > 0).map((became) => (
        <span
          key={became}
          className={`block h-1.5 min-w-[2px] rounded-[1px] forced-colors:bg-[CanvasText] ${BECAME_LOOKS[became].fill}`}
          style={{ width: `${(type[became] / most) * 100}%` }}
        />
      ))}
    </div>
  );
}
