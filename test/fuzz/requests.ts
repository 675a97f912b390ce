import fc, { type Arbitrary } from 'fast-check';
import { type Operation, type Parameter, type Schema, resolved } from './description';
import { HOSTILE_TEXTS, HOSTILE_VALUES, type KnownIds, boundary, valid } from './values';

/** A request as it is sent; `body` is the text on the wire. */
export interface FuzzRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Requests for one route: mostly of its own form, the others wrong in one place or in all of them. */
export function requestsFor(operation: Operation, ids: KnownIds, ownIds: KnownIds): Arbitrary<FuzzRequest> {
  const { parameters } = operation;
  const inPath = parameters.filter((one) => one.in === 'path');
  const inQuery = parameters.filter((one) => one.in === 'query');
  return fc
    .record({
      path: fc.tuple(...inPath.map(() => pathValue(ids, ownIds))),
      query: fc.tuple(...inQuery.map((parameter) => queryValue(parameter, ids))),
      headers: headersFor(parameters),
      body: operation.body ? bodyOf(operation.body, ids) : fc.constant(null),
    })
    .map(({ path, query, headers, body }) => ({
      url: urlOf(operation.path, inPath, path) + queryOf(inQuery, query),
      headers: { ...headers, ...(body === null ? {} : { 'content-type': 'application/json' }) },
      body,
    }));
}

/** Mostly a record of the route's own kind; sometimes one of another, one that nobody knows, or no id at all. */
function pathValue(ids: KnownIds, ownIds: KnownIds): Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...(ownIds.length > 0 ? ownIds : ids)), weight: 9 },
    { arbitrary: fc.constantFrom(...ids), weight: 1 },
    { arbitrary: fc.uuid(), weight: 1 },
    { arbitrary: fc.constantFrom(...HOSTILE_TEXTS.filter((text) => text !== '')), weight: 1 },
  );
}

function queryValue({ schema }: Parameter, ids: KnownIds): Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 12 },
    { arbitrary: valid(schema, ids), weight: 4 },
    { arbitrary: boundary(schema), weight: 1 },
    { arbitrary: fc.constantFrom(...HOSTILE_TEXTS), weight: 1 },
    { arbitrary: fc.constantFrom<unknown>(['a', 'b'], []), weight: 1 },
  );
}

function headersFor(parameters: readonly Parameter[]): Arbitrary<Record<string, string>> {
  const names = parameters.filter((one) => one.in === 'header').map(({ name }) => name.toLowerCase());
  const values: Record<string, Arbitrary<string | undefined>> = {
    'if-match': fc.constantFrom(
      ...Array<string>(6).fill('"1"'),
      '"2"',
      '*',
      'W/"1"',
      '"x"',
      '"99999999999"',
      undefined,
    ),
    'idempotency-key': fc.constantFrom(undefined, undefined, 'key-1', 'k'.repeat(201), 'é', 'key 2'),
    'accept-language': fc.constantFrom('fr', 'ar', 'en', 'x'.repeat(600), ';q=', 'de, *;q=0.1'),
  };
  const wanted = ['accept-language', ...names.filter((name) => name in values)];
  return fc
    .record(Object.fromEntries(wanted.map((name) => [name, values[name] ?? fc.constant(undefined)])))
    .map((headers) =>
      Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    );
}

function bodyOf(schema: Schema, ids: KnownIds): Arbitrary<string> {
  const good = valid(schema, ids);
  const text = (value: unknown) => JSON.stringify(value) ?? 'null';
  return fc.oneof(
    { arbitrary: good.map(text), weight: 8 },
    { arbitrary: withOneWrong(schema, good).map(text), weight: 6 },
    { arbitrary: fc.constantFrom(...HOSTILE_VALUES).map(text), weight: 1 },
    { arbitrary: fc.constantFrom(...BROKEN_BODIES), weight: 1 },
  );
}

/** One field of a good body says something it should not, or a field is there that nobody knows. */
function withOneWrong(schema: Schema, good: Arbitrary<unknown>): Arbitrary<unknown> {
  const { properties = {} } = resolved(schema);
  const names = Object.keys(properties);
  const name = fc.constantFrom(...names, '__proto__x', 'isAdmin', 'id', 'constructor');
  return fc
    .tuple(good, name)
    .chain(([body, field]) =>
      fc
        .oneof(fc.constantFrom(...HOSTILE_VALUES), boundary(properties[field] ?? {}))
        .map((wrong) => ({ ...(body as object), [field]: wrong })),
    );
}

const BROKEN_BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"a":1,"a":2}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `${'['.repeat(3000)}${']'.repeat(3000)}`,
  `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`,
  '{"a":"\\ud800"}',
  '\ufeff{}',
  `{"a":"${'x'.repeat(1_100_000)}"}`,
];

function urlOf(path: string, parameters: readonly Parameter[], values: readonly string[]): string {
  return parameters.reduce(
    (url, { name }, index) => url.replace(`{${name}}`, encoded(values[index] ?? '')),
    path,
  );
}

function queryOf(parameters: readonly Parameter[], values: readonly unknown[]): string {
  const pairs = parameters.flatMap(({ name }, index) => {
    const value = values[index];
    if (value === undefined) return [];
    return [value].flat().map((one) => `${name}=${encoded(String(one))}`);
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** Percent-encodes what it is given; half a character, which has no encoding, as its bytes would be. */
function encoded(text: string): string {
  return [...text]
    .map((character) => (/\p{Cs}/u.test(character) ? '%ED%A0%80' : encodeURIComponent(character)))
    .join('');
}
