import { Fragment } from 'react';
import { VisibleText } from '#components/ui/visible-text';

/** A long name may break where one of its words ends. */
export function WordBreaks({ text }: { text: string }) {
  let offset = 0;
  return text.split(WORD_ENDS).map((word) => {
    const key = offset;
    offset += word.length;
    return (
      <Fragment key={key}>
        {key === 0 ? null : <wbr />}
        <VisibleText text={word} />
      </Fragment>
    );
  });
}

const WORD_ENDS = /(?<=[a-z0-9])(?=[A-Z])|(?<=[._/-])/;
