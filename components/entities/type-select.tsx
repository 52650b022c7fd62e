'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useLayoutEffect, useRef } from 'react';
import { visibleString } from '#components/ui/visible-text';

/** The type of the form that it stands in; choosing one finds at once, and keeps the focus where it is. Before scripts the form sends it. */
export function TypeSelect({
  type,
  types,
  labelLook,
  look,
}: {
  /** Empty: every type. */
  type: string;
  types: readonly string[];
  labelLook: string;
  look: string;
}) {
  const router = useRouter();
  const select = useRef<HTMLSelectElement>(null);
  // The page may come to another type by a link or by the way back.
  useLayoutEffect(() => {
    if (select.current !== null) select.current.value = type;
  }, [type]);
  const find = ({ currentTarget: { form } }: ChangeEvent<HTMLSelectElement>) => {
    if (form === null) return;
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    router.push(`/entities?${new URLSearchParams(fields)}`, { scroll: false });
  };
  return (
    <label className={labelLook}>
      Type
      <select
        ref={select}
        name="type"
        defaultValue={type}
        onChange={find}
        title="Choosing a type finds its entities at once"
        className={look}
      >
        <option value="">Every type</option>
        {types.map((name) => (
          <option key={name} value={name}>
            {visibleString(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
