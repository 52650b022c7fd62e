/** fast-check builder of JSON numbers as they are written, in every spelling that RFC 8259 has. */
import * as fc from 'fast-check';

export const anyLiteral: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^-?(?:0|[1-9]\d{0,19})(?:\.\d{1,6})?(?:[eE][+-]?\d{1,3})?$/),
  fc.integer().map(String),
  fc.constantFrom('-0', '1.10', '1E400', '9007199254740993', '1e2', '0.0000001', '1e+21'),
);
