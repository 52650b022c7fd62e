/**
 * An answer of this product's own server, in a browser: that it has the schema's form is shown by the tests of the API, and checking
 * it once more would cost the page sixty kilobytes of schemas. Only what is another answer altogether (a proxy's page) is told apart.
 *
 * Throws where the member is missing.
 */
export function answerOf<T extends object>(answer: unknown, member: keyof T & string): T {
  if (typeof answer !== 'object' || answer === null || !(member in answer))
    throw new Error(`What came is no answer of Chronoscope: it has no ${JSON.stringify(member)}.`);
  return answer as T;
}
