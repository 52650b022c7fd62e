/** The wording of the entity on screen, for components. */
import { createContext, useContext } from 'react';
import { NO_LABELS } from './labels.ts';
import { type Wording, wordingOf } from './wording.ts';

export const WordingContext = createContext<Wording>(wordingOf('developer', NO_LABELS));

export const useWording = (): Wording => useContext(WordingContext);
