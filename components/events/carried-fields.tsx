import type { CarriedWords } from '#client/carried-words';
import { VisibleText } from '#components/ui/visible-text';

/** `Reason clean-up; Asked by ines.halden`, values no longer than `longest`. */
export function CarriedFields({
  words: { fields, rest },
  longest = Number.POSITIVE_INFINITY,
}: {
  words: CarriedWords;
  longest?: number;
}) {
  return (
    <>
      {fields.map(([name, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one event never move, and two may have one name
        <span key={place}>
          {place === 0 ? '' : '; '}
          <VisibleText text={name} />{' '}
          <b className="font-medium text-ink">
            <VisibleText text={value.length > longest ? `${value.slice(0, longest)}…` : value} />
          </b>
        </span>
      ))}
      {rest === 0 ? '' : `; and ${rest.toLocaleString('en')} more in the record`}
    </>
  );
}
