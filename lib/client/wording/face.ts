/**
 * The two faces of the product: for people who do not read JSON, and for those who do. A face changes wording, density and what is open
 * at first, never what there is to see; no address has it, and no link changes it.
 */
export type Face = 'auditor' | 'developer';

/** Read by the server, so that the first picture is the right one. */
export const FACE_COOKIE = 'chronoscope-face';

/** What is exact is what nobody has to ask twice about: it stands where nothing was chosen. */
export const faceOf = (cookie: string | undefined): Face => (cookie === 'auditor' ? 'auditor' : 'developer');
