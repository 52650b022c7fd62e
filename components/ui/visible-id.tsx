import { Fragment } from 'react';
import { VisibleText } from './visible-text.tsx';

/** An id as a reader sees it. A long one may break after `:` and `/`, where its parts end. */
export function VisibleId({ id }: { id: string }) {
  if (id === '') return '(empty id)';
  let offset = 0;
  return id.split(PART_ENDS).map((part) => {
    const key = offset;
    offset += part.length;
    return (
      <Fragment key={key}>
        <VisibleText text={part} />
        {offset < id.length ? <wbr /> : null}
      </Fragment>
    );
  });
}

const PART_ENDS = /(?<=[:/])/;
