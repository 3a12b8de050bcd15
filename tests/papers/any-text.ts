// Text of any UTF-16 code units, lone surrogates and controls included. (fast-check's own `unit: 'binary'` takes a second to set up.)
import fc from 'fast-check';

export const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
);
