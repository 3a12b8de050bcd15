// Values made from a schema of ours: those it must take. For the few kinds our schemas consist of; another kind is an error, so that
// whoever writes one adds it here. Texts that a schema checks by a function are looked for among the words of our field.
import fc from 'fast-check';
import type * as z from 'zod/mini';

interface Check {
  _zod: { def: { check: string; maximum?: number; minimum?: number; value?: number; inclusive?: boolean } };
}
interface Definition {
  type: string;
  checks?: Check[];
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
  entries?: Record<string, string>;
  values?: unknown[];
  keyType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  format?: string;
}

const definitionOf = (schema: z.ZodMiniType): Definition => schema._zod.def as unknown as Definition;

/** The most elements of a list that are made: the limits themselves are tested one by one. */
const longestList = 4;

const words = [
  ...[
    '2412.17747',
    'hep-th/9901001',
    '2605.10001',
    'owner/name',
    'Owner.x/na-me_1',
    '2026-06-12',
    '2024-02-29',
  ],
  ...[
    '2026-W24',
    '2020-W53',
    '2026-06',
    '0momrhyy30000000',
    '0momrhyy30000mine',
    'arxiv-abstract',
    'a',
    '__proto__',
  ],
  ...[
    'constructor',
    '',
    ' ',
    '<b>',
    'example.org',
    'x'.repeat(40),
    '\u202e',
    '王',
    '🙂',
    '\ud800',
    '=1+1',
    '%s',
  ],
];

function textOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const fitting = words.filter((word) => schema.safeParse(word).success);
  const any = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => schema.safeParse(text).success);
  if (fitting.length === 0) throw new RangeError('No word of ours fits this schema: add one.');
  return fitting.length > 6 ? fc.oneof(fc.constantFrom(...fitting), any) : fc.constantFrom(...fitting);
}

/** Each end that a check sets, and beyond any other. */
function numberOf({ checks = [], format }: Definition): fc.Arbitrary<number> {
  const ends = checks.map(({ _zod }) => _zod.def);
  const least = Math.max(
    -8.64e15,
    ...ends.filter(({ check }) => check === 'greater_than').map(({ value = 0 }) => value),
  );
  const most = Math.min(
    8.64e15,
    ...ends.filter(({ check }) => check === 'less_than').map(({ value = 0 }) => value),
  );
  const whole = format !== undefined || ends.some(({ check }) => check === 'number_format');
  const edges = fc.constantFrom(least, most, Math.max(least, Math.min(most, 1)));
  return fc.oneof(
    edges,
    whole
      ? fc.maxSafeInteger().map((n) => least + (Math.abs(n) % (most - least + 1)))
      : fc.double({ min: least, max: most, noNaN: true }),
  );
}

/** Values the schema takes, as JSON carries them. Throws RangeError for kinds of schemas that no message of ours has. */
export function fromSchema(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  const {
    type,
    checks = [],
    shape = {},
    element,
    innerType,
    options = [],
    entries = {},
    values = [],
  } = definition;
  if (type === 'string') return textOf(schema);
  if (type === 'number') return numberOf(definition).filter((value) => schema.safeParse(value).success);
  if (type === 'boolean') return fc.boolean();
  if (type === 'enum') return fc.constantFrom(...Object.values(entries));
  if (type === 'literal') return fc.constantFrom(...values);
  if (type === 'nullable' && innerType) return fc.option(fromSchema(innerType));
  if (type === 'optional' && innerType) return fromSchema(innerType);
  if (type === 'union') return fc.oneof(...options.map(fromSchema));
  if (type === 'array' && element) {
    const least = checks.find(({ _zod }) => _zod.def.check === 'min_length')?._zod.def.minimum ?? 0;
    return fc.array(fromSchema(element), { minLength: least, maxLength: Math.max(least, longestList) });
  }
  if (type === 'record' && definition.keyType && definition.valueType) {
    return fc.dictionary(fc.constantFrom('a', 'b', 'toString'), fromSchema(definition.valueType));
  }
  if (type === 'object') {
    const required = Object.keys(shape).filter(
      (name) => shape[name] && definitionOf(shape[name]).type !== 'optional',
    );
    const fields = Object.fromEntries(
      Object.entries(shape).map(([name, field]) => [name, fromSchema(field)]),
    );
    return fc.record(fields, { requiredKeys: required });
  }
  throw new RangeError(`Nothing is known of schemas of the kind ${type}.`);
}

type Path = (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string | number, unknown> = Array.isArray(value) ? [...value] : { ...Object(value) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    -1,
    0.5,
    1e308,
    '',
    [],
    {},
    Number.NaN,
    'x'.repeat(200_000),
  ),
  fc.constantFrom<unknown>(
    ['2412.17747'],
    { length: 3 },
    { toString: 'x' },
    JSON.parse('{"__proto__":{"id":1}}'),
  ),
  fc.anything(),
);

/** The value with one part of it replaced by something else, or with a part more. Whether that is wrong is for the schema to say. */
export const mutated = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...pathsIn(value)), wrong, fc.boolean())
    .map(([path, by, adds]) => replaced(value, adds && path.length === 0 ? ['surplus'] : path, by));
