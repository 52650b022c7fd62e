/** The face that is chosen, for components. */
import { createContext, useContext } from 'react';
import { FACE_COOKIE, type Face } from './face.ts';

export interface FaceChoice {
  readonly face: Face;
  choose(face: Face): void;
}

export const FaceContext = createContext<FaceChoice>({ face: 'developer', choose: () => undefined });

export const useFace = (): FaceChoice => useContext(FaceContext);

/** For a year, on every page. */
export function rememberFace(face: Face): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there on plain HTTP
  document.cookie = `${FACE_COOKIE}=${face}; path=/; max-age=31536000; samesite=lax`;
}
