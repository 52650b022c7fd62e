import { carriedWords } from '#client/carried-words';
import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';
import type { LeafText } from '#core';

/** `Reason clean-up; Asked by ines.halden`, whole: paper has no tooltip. */
export function CarriedWords({ carried, wording }: { carried: readonly LeafText[]; wording: Wording }) {
  const { fields, rest } = carriedWords(carried, wording);
  return (
    <>
      {fields.map(([name, value], place) => (
        <span key={name}>
          {place === 0 ? '' : '; '}
          <VisibleText text={name} />{' '}
          <b className="font-medium">
            <VisibleText text={value} />
          </b>
        </span>
      ))}
      {rest === 0 ? '' : `; and ${rest.toLocaleString('en')} more in the record`}
    </>
  );
}
