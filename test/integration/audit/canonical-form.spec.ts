import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { ExportTrail } from '@app/audit';
import { canonicalJson } from '@app/kernel';
import { TrailVerifier } from '../../../apps/standalone/verify-audit.cjs';
import { noteOne, sealAll } from '../../support/trail';
import { type UseCases, startUseCases } from '../../support/use-cases';

let app: UseCases;
beforeAll(async () => {
  app = await startUseCases({ modules: [], entities: [], now: new Date().toISOString() });
});
afterAll(() => app.close());

/** Numbers that are written in more than one way, or that fewer digits would change. */
const AWKWARD = [0, -0, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 2 ** 53, -1e300, 100];

/** What a request can bring into a payload: no NUL and no half of a character, which the edge refuses. */
const json = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 4 }).filter((value) => {
  const text = JSON.stringify(value);
  return !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text);
});

const payload = fc
  .record({ said: json, number: fc.oneof(fc.constantFrom(...AWKWARD), fc.double({ noNaN: true })) })
  .filter(({ number }) => Number.isFinite(number));

/** The same value with its keys in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe('the canonical form', () => {
  it('is the same before and after the database, in any order of keys, and as others compute it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(payload, { minLength: 20, maxLength: 40 }), async (payloads) => {
        const rows = await app.db.query<{ stored: unknown }[]>(
          'SELECT given::jsonb AS stored FROM unnest($1::text[]) WITH ORDINALITY AS t (given, n) ORDER BY n',
          [payloads.map((one) => JSON.stringify(turned(one)))],
        );
        const stored = rows.map((row) => canonicalJson(row.stored));
        const given = payloads.map((one) => JSON.parse(JSON.stringify(one)) as unknown);
        expect(stored).toEqual(given.map(canonicalJson));
        expect(stored).toEqual(given.map((one) => canonicalize(one)));
      }),
      { numRuns: 15 },
    );
  });

  it('of whatever was noted is what the verifier computes from the export', async () => {
    const payloads = [...fc.sample(payload, { numRuns: 150, seed: 7 }), ...AWKWARD.map((n) => ({ n }))];
    for (const one of payloads) await noteOne(app, one);
    await sealAll(app);
    const verifier = new TrailVerifier();
    await app.get(ExportTrail).execute((lines) => {
      for (const line of lines) verifier.take(line);
      return Promise.resolve();
    });
    expect(verifier.finish()).toMatchObject({ firstFault: null, sound: true, entries: payloads.length });
  });
});
