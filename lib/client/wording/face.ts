/**
 * The two faces of the product: for people who do not read JSON, and for those who do. A face changes wording, density and what is open
 * at first, never what there is to see; no address has it, and no link changes it.
 */
import { createContext, useContext } from 'react';

export type Face = 'auditor' | 'developer';

/** Read by the server, so that the first picture is the right one. */
export const FACE_COOKIE = 'chronoscope-face';

/** What is exact is what nobody has to ask twice about: it stands where nothing was chosen. */
export const faceOf = (cookie: string | undefined): Face => (cookie === 'auditor' ? 'auditor' : 'developer');

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
