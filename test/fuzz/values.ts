import fc, { type Arbitrary } from 'fast-check';
import { type Schema, resolved } from './description';

/** What attackers, broken programs and tired people put into fields. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202egnp.exe',
  '\u2066hidden\u2069',
  '\u001b[31mred',
  "' OR '1'='1",
  "'; DROP TABLE agreement; --",
  '1; SELECT pg_sleep(5)',
  '$1',
  '%s%s%n',
  '${7*7}',
  '{{7*7}}',
  '<%= 7*7 %>',
  '#{7*7}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '\r\nSet-Cookie: a=b',
  'a\r\nBcc: someone@example.test',
  '=cmd|"/c calc"!A1',
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  '1e309',
  '9007199254740993',
  '0x10',
  '١٢٣',
  'é'.normalize('NFD'),
  '👩‍👩‍👧‍👦',
  'ﷺ'.repeat(50),
  'a'.repeat(5000),
  'e\u0301'.repeat(300),
  '2026-02-30',
  '0000-00-00',
  '2026-13-01T25:61:61Z',
  '00000000-0000-0000-0000-000000000000',
];

/** Values of every other type than the one that is asked for. */
export const HOSTILE_VALUES: readonly unknown[] = [
  ...HOSTILE_TEXTS,
  null,
  true,
  false,
  0,
  -1,
  0.1,
  1e21,
  -1e308,
  2 ** 53,
  [],
  [[]],
  {},
  [null],
  { a: 1 },
  { $ne: null },
  { toString: 'x' },
  { constructor: { prototype: { polluted: true } } },
  { length: 1e9 },
  Array.from({ length: 600 }, () => 1),
];

/** Ids of records that exist, for fields that name one. */
export type KnownIds = readonly string[];

const MOST_ITEMS = 3;
const DEEPEST = 6;

/** Values that the schema allows; fields that may be left out are half of the time. */
export function valid(schema: Schema, ids: KnownIds, depth = 0): Arbitrary<unknown> {
  const known = resolved(schema);
  const alternatives = known.anyOf ?? known.oneOf;
  if (alternatives) return fc.oneof(...alternatives.map((one) => valid(one, ids, depth)));
  if (known.allOf) return valid({ ...known.allOf[0], ...known, allOf: undefined }, ids, depth);
  if (known.enum) return fc.constantFrom(...known.enum);
  const types = typeof known.type === 'string' ? [known.type] : (known.type ?? ['object']);
  return fc.oneof(...types.map((type) => ofType(type, known, ids, depth)));
}

function ofType(type: string, schema: Schema, ids: KnownIds, depth: number): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 1_000_000) });
    case 'array':
      return depth > DEEPEST
        ? fc.constant([])
        : fc.array(valid(schema.items ?? {}, ids, depth + 1), {
            minLength: schema.minItems ?? 0,
            maxLength: Math.min(schema.maxItems ?? MOST_ITEMS, MOST_ITEMS),
          });
    case 'object':
      return objectOf(schema, ids, depth);
    default:
      return textOf(schema, ids);
  }
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  ids: KnownIds,
  depth: number,
): Arbitrary<object> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valid(schema, ids, depth + 1)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in properties) });
}

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  date: ['2026-11-25', '2029-12-31', '2000-02-29'],
  'date-time': ['2026-11-25T10:00:00Z'],
  email: ['someone@fuzz.test', 'autre.adresse@fuzz.test'],
  uri: ['https://paper.test/fuzz'],
};

function textOf(schema: Schema, ids: KnownIds): Arbitrary<string> {
  if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  const samples = schema.format ? SAMPLES[schema.format] : undefined;
  if (samples) return fc.constantFrom(...samples);
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  const words = fc
    .array(fc.constantFrom('accord', 'Oujda', 'فاس', 'jobs', '5G', '2029', "l'emploi", 'MA-04', 'fr'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join(' ').slice(0, schema.maxLength ?? 200));
  return words.map((text) => text.padEnd(schema.minLength ?? 0, '·'));
}

/** Values at the edge of what the schema allows, just within and just without. */
export function boundary(schema: Schema): Arbitrary<unknown> {
  const {
    minLength = 0,
    maxLength = 4000,
    minimum = 0,
    maximum = 1000,
    maxItems = 200,
    items,
  } = resolved(schema);
  const lengths = [minLength - 1, minLength, maxLength, maxLength + 1].filter((length) => length >= 0);
  return fc.constantFrom<unknown>(
    ...lengths.map((length) => 'x'.repeat(length)),
    ...[minimum - 1, minimum, maximum, maximum + 1, minimum + 0.5],
    ...(items ? [Array.from({ length: maxItems + 1 }, () => 'x')] : []),
  );
}

/** A body with every field that the schema knows filled in, and one item in every list. */
export function complete(schema: Schema, ids: KnownIds, depth = 0): Arbitrary<unknown> {
  const known = resolved(schema);
  const alternatives = known.anyOf ?? known.oneOf ?? known.allOf ?? [];
  // Of several shapes the one that holds fields.
  const [first] = alternatives
    .filter((one) => one.type !== 'null')
    .sort((a, b) => Number(b.type === 'array') - Number(a.type === 'array'));
  if (first) return complete(first, ids, depth);
  if (known.enum) return fc.constantFrom(...known.enum.filter((value) => value !== null));
  const types = typeof known.type === 'string' ? [known.type] : (known.type ?? ['object']);
  const type = types.find((one) => one !== 'null') ?? 'object';
  if (type === 'array') {
    return depth > DEEPEST
      ? fc.constant([])
      : complete(known.items ?? {}, ids, depth + 1).map((one) => [one]);
  }
  if (type !== 'object') return ofType(type, known, ids, depth);
  const fields = Object.entries(known.properties ?? {}).map(
    ([name, inner]) => [name, complete(inner, ids, depth + 1)] as const,
  );
  return fc.record(Object.fromEntries(fields));
}
