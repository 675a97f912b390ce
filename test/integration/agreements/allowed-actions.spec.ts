import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import type { TestApi } from '../../support/application';
import { startRealRegister } from '../../support/real-register';

interface Offered {
  readonly allowedActions: readonly {
    readonly action: string;
    readonly allowed: boolean;
    readonly code: string | null;
    readonly reason: string | null;
  }[];
}
interface Chain extends Offered {
  readonly links: readonly (Offered & {
    readonly id: string;
    readonly fromAgreementId: string;
    readonly toAgreementId: string;
  })[];
}

describe('what may be done with links, contradictions and likely duplicates', () => {
  let api: TestApi;
  let officer: SignedInAccount;
  let verifier: SignedInAccount;
  let auditor: SignedInAccount;
  /** Officer and verifier of a region in which few agreements lie. */
  let elsewhere: SignedInAccount;
  let people: SignedInAccount[];

  beforeAll(async () => {
    ({ api } = await startRealRegister());
    officer = await signInAs(api, { grants: [countryWide('officer')] });
    verifier = await signInAs(api, { grants: [countryWide('verifier')] });
    auditor = await signInAs(api, { grants: [countryWide('auditor')] });
    const scope = { kind: 'regions', codes: ['MA-12'] } as const;
    elsewhere = await signInAs(api, {
      grants: [
        { role: 'officer', scope },
        { role: 'verifier', scope },
      ],
    });
    people = [officer, verifier, auditor, elsewhere];
  }, 120_000);
  afterAll(() => api.close());

  const get = async <Body>(who: SignedInAccount, path: string) => (await who.http<Body>('GET', path)).body;
  const codeOf = ({ allowedActions }: Offered, action: string) => {
    const offer = allowedActions.find((one) => one.action === action);
    if (!offer) throw new Error(`${action} is not offered`);
    expect([offer.allowed, typeof offer.reason]).toEqual(
      offer.code === null ? [true, 'object'] : [false, 'string'],
    );
    return offer.code;
  };
  /** What a step that names something that is not there is refused with before that is looked at. */
  const refusalOf = async (who: SignedInAccount, path: string, body: object, headers = {}) =>
    (await who.http<{ code: string }>('POST', path, { body, headers })).body.code;

  it('is told of links, as the steps answer', async () => {
    const [one, other, third] = (
      await api.dataSource.query<{ id: string }[]>(
        `SELECT id FROM agreement WHERE version_number IS NOT NULL ORDER BY reference LIMIT 3`,
      )
    ).map(({ id }) => id);
    if (!one || !other || !third) throw new Error('the register has too few agreements');
    for (const [from, to] of [
      [one, other],
      [other, third],
    ]) {
      await officer.http('POST', `/agreements/${from}/links`, {
        body: { toAgreementId: to, kind: 'implemented_by', reason: 'a test' },
      });
    }
    for (const who of people) {
      const chain = await get<Chain>(who, `/agreements/${one}/chain`);
      const refused = await refusalOf(who, `/agreements/${one}/links`, {
        ...{ toAgreementId: one, kind: 'implemented_by', reason: 'a test' },
      });
      // A link to itself is refused to whoever may link.
      expect(codeOf(chain, 'record_link') ?? 'fields_refused').toBe(refused);
      const ofOthers = chain.links.find(({ fromAgreementId }) => fromAgreementId === other);
      if (ofOthers) expect(codeOf(ofOthers, 'withdraw')).not.toBeNull();
    }
    const own = async (who: SignedInAccount) =>
      (await get<Chain>(who, `/agreements/${one}/chain`)).links.find(
        ({ fromAgreementId, toAgreementId }) => fromAgreementId === one && toAgreementId === other,
      );
    for (const who of [auditor, elsewhere, officer, verifier]) {
      const link = await own(who);
      if (!link) continue;
      const code = codeOf(link, 'withdraw');
      const path = `/agreements/${one}/links/${link.id}/withdrawal`;
      expect((await refusalOf(who, path, { reason: 'a test' })) ?? null).toBe(code);
    }
  });

  it('is told of contradictions, as the decision answers', async () => {
    const [row] = await api.dataSource.query<[{ id: string; revision: number }]>(
      `SELECT a.id, a.revision FROM contradiction c JOIN agreement a ON a.id = c.agreement_id ORDER BY a.id LIMIT 1`,
    );
    for (const who of people) {
      const { items } = await get<{ items: Offered[] }>(who, `/agreements/${row.id}/contradictions`);
      const [first] = items;
      if (!first) throw new Error('the agreement has no contradiction');
      const refused = await refusalOf(
        who,
        `/agreements/${row.id}/contradictions/decisions`,
        { subject: 'agreement', field: 'whole', reason: 'a test' },
        { 'if-match': `"${row.revision}"` },
      );
      const code = codeOf(first, 'decide');
      // Whoever may decide is told of what they asked wrong.
      if (code === null) expect(['fields_refused', undefined]).toContain(refused);
      else expect(refused).toBe(code);
      expect(codeOf(first, 'withdraw_decision')).toBe(code ?? 'action_not_possible');
    }
  });

  it('is told of likely duplicates, as the decision answers', async () => {
    const [row] = await api.dataSource.query<[{ a: string; b: string }]>(
      `SELECT a.id AS a, b.id AS b FROM agreement a, agreement b
        WHERE a.version_number IS NOT NULL AND b.version_number IS NOT NULL AND a.id < b.id
        ORDER BY a.reference, b.reference LIMIT 1`,
    );
    await verifier.http('POST', '/duplicates/decisions', {
      body: { agreementA: row.a, agreementB: row.b, decision: 'different', reason: 'a test' },
    });
    for (const who of people) {
      const { items } = await get<{ items: (Offered & { agreementB: { id: string } })[] }>(
        who,
        `/agreements/${row.a}/duplicates`,
      );
      const pair = items.find(({ agreementB }) => agreementB.id === row.b);
      if (!pair) throw new Error('the decided pair is not told');
      const refused = await refusalOf(who, '/duplicates/decisions', {
        ...{ agreementA: row.a, agreementB: row.b, decision: 'different', reason: 'a test' },
        replaces: '01900000-0000-7000-8000-00000000abcd',
      });
      expect(codeOf(pair, 'decide') ?? 'already_decided').toBe(refused);
    }
  });
});
