/** The fields of the state on screen, for those who look for one by its name. They are asked for once, when somebody does. */
import { useEffect, useState } from 'react';
import type { FieldChoice } from '../field-choices.ts';
import type { OnScreen } from './on-screen.ts';

export function useShownFields(shown: OnScreen | null): readonly FieldChoice[] {
  const [fields, setFields] = useState<readonly FieldChoice[]>(NONE);
  useEffect(() => {
    if (shown === null) return;
    let isHere = true;
    const take = (found: readonly FieldChoice[]) => {
      if (isHere) setFields(found);
    };
    // Where the state cannot be read, its own pane says so.
    void shown.fields().then(take, () => take(NONE));
    return () => {
      isHere = false;
    };
  }, [shown]);
  return shown === null ? NONE : fields;
}

const NONE: readonly FieldChoice[] = [];
