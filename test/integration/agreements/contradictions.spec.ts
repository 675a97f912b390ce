import { change, signInStaff } from '../../support/agreements';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import type { TestApi } from '../../support/application';
import { startRealRegister } from '../../support/real-register';

interface Claim {
  readonly citationId: string | null;
  readonly stated: string;
  readonly adopted: boolean;
  readonly source: { readonly url: string } | null;
  readonly locator: string | null;
  readonly readOn: string | null;
}

interface Contradiction {
  readonly id: string;
  readonly agreement: { readonly id: string };
  readonly subject: string;
  readonly subjectId: string | null;
  readonly field: string;
  readonly kind: string;
  readonly state: string;
  readonly claims: readonly Claim[];
  readonly decision: { readonly id: string; readonly draftNeeded: boolean; readonly reason: string } | null;
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

interface Listed<T = Contradiction> {
  readonly items: readonly T[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly counts: { readonly open: number; readonly decided: number; readonly oldestAge: number | null };
}

interface Agreement {
  readonly id: string;
  readonly revision: number;
  readonly document: {
    readonly citations: readonly {
      readonly id: string;
      readonly subject: string;
      readonly subjectId: string | null;
      readonly field: string;
      readonly adopted: boolean;
      readonly sourceId: string;
    }[];
    readonly commitments: readonly {
      readonly id: string;
      readonly deadline: { readonly stated: string } | null;
    }[];
  };
}

describe('sources that disagree', () => {
  let api: TestApi;
  let officer: SignedInAccount;
  let verifier: SignedInAccount;

  beforeAll(async () => {
    ({ api } = await startRealRegister());
    officer = await signInAs(api, { grants: [countryWide('officer')] });
    verifier = await signInAs(api, { grants: [countryWide('verifier')] });
  }, 120_000);
  afterAll(() => api.close());

  const list = async (query = '') =>
    (await officer.http<Listed>('GET', `/contradictions?limit=100${query}`)).body;
  const find = async (publishedReference: string): Promise<Agreement> => {
    const found = await api.http<Listed<{ id: string }>>('GET', `/agreements?q=${publishedReference}`);
    return (await api.http<Agreement>('GET', `/agreements/${found.body.items[0]?.id}`)).body;
  };
  const of = async (publishedReference: string, field: string) => {
    const agreement = await find(publishedReference);
    const { items } = (
      await officer.http<Listed>('GET', `/agreements/${agreement.id}/contradictions?field=${field}`)
    ).body;
    const [contradiction] = items;
    if (!contradiction) throw new Error(`no contradiction on the ${field} of ${publishedReference}`);
    return { agreement, contradiction };
  };
  const decide = (
    who: SignedInAccount,
    { agreement, contradiction }: { agreement: Agreement; contradiction: Contradiction },
    body: object,
    ifMatch = `"${agreement.revision}"`,
  ) =>
    who.http<Contradiction>('POST', `/agreements/${agreement.id}/contradictions/decisions`, {
      headers: { 'if-match': ifMatch },
      body: {
        subject: contradiction.subject,
        subjectId: contradiction.subjectId,
        field: contradiction.field,
        reason: 'The ministries signed it',
        ...body,
      },
    });

  describe('in the real register', () => {
    it('are those of its papers, and no more', async () => {
      const { items, total, counts } = await list();
      const references = new Map(
        (
          await api.http<Listed<{ id: string; publishedReference: string }>>('GET', '/agreements?limit=100')
        ).body.items.map(({ id, publishedReference }) => [id, publishedReference]),
      );
      const found = items.map(({ agreement, field, kind, claims }) => [
        references.get(agreement.id),
        field,
        kind,
        claims.map(({ stated }) => stated),
      ]);
      expect(found.sort()).toEqual([
        ['MA-2022-001', 'deadline', 'date', ['2026', '2026', '2025']],
        ['MA-2022-004', 'name', 'spelling', ['EIDS Maroc', 'IDS Maroc']],
        ['MA-2022-005', 'quantity', 'figure', ['thousands', 'thousands', 'more than 1,000']],
        [
          'MA-2025-001',
          'party',
          'statement',
          ['signed with KPMG SASU', 'signed by two ministers in presence of representatives of KPMG'],
        ],
        ['MA-2025-003', 'deadline', 'date', ['2028', 'by 2029, the three companies together']],
        ['MA-2025-004', 'name', 'spelling', ['Pierre Chaume', 'Pierre Chome', 'Pierre Chaume']],
      ]);
      expect([total, counts]).toEqual([6, { open: 6, decided: 0, oldestOpen: '2026-11-23', oldestAge: 0 }]);
    });

    it('are told with their sources, and by whom nobody knows where it stands', async () => {
      const { contradiction } = await of('MA-2022-001', 'deadline');
      expect(Object.keys(contradiction).filter((name) => name.startsWith('cursor'))).toEqual([]);
      expect(
        contradiction.claims.map(({ source, locator, readOn }) => [source?.url ?? null, locator, readOn]),
      ).toEqual([
        [null, null, null],
        [expect.stringContaining('mcinet.gov.ma'), null, null],
        [expect.stringContaining('telquel.ma'), null, null],
      ]);
    });

    it('are said on the record: also reported', async () => {
      const { agreement } = await of('MA-2022-001', 'deadline');
      const citations = await officer.http<{ items: object[]; alsoReported: object[] }>(
        'GET',
        `/agreements/${agreement.id}/citations`,
      );
      const reported = { field: 'deadline', stated: '2025', locator: null, readOn: null };
      expect(citations.body.alsoReported).toMatchObject([reported]);
      expect(citations.body.items).toHaveLength(agreement.document.citations.length);
      const commitment = await officer.http<{ alsoReported: object[] }>(
        'GET',
        `/commitments/${agreement.document.commitments[0]?.id}`,
      );
      expect(commitment.body.alsoReported).toMatchObject([
        { ...reported, source: { id: expect.any(String) as string } },
      ]);
    });

    it('are found by page, by field and by state', async () => {
      expect((await list('&field=deadline')).total).toBe(2);
      expect((await list('&state=decided')).total).toBe(0);
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Listed = (
          await officer.http<Listed>(
            'GET',
            `/contradictions?limit=4${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
          )
        ).body;
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size).toBe(6);
    });
  });

  describe('a decision', () => {
    it('follows a source with a reason and moves no figure', async () => {
      const found = await of('MA-2022-001', 'deadline');
      const company = found.contradiction.claims[2]?.citationId;
      const stale = await decide(verifier, found, { adopt: company }, '"99"');
      expect([stale.status, stale.body.code]).toEqual([412, 'stale_record']);
      const decided = await decide(verifier, found, {
        adopt: company,
        reason: 'The company gives the exact year',
      });
      expect(decided.status).toBe(200);
      expect(decided.body).toMatchObject({
        state: 'decided',
        decision: { citationId: company, draftNeeded: true, reason: 'The company gives the exact year' },
      });
      const after = await find('MA-2022-001');
      expect([after.revision, after.document]).toEqual([found.agreement.revision, found.agreement.document]);
      expect((await list('&state=decided')).items.map(({ field }) => field)).toEqual(['deadline']);
      const history = await officer.http<{ items: { action: string; reason: string }[] }>(
        'GET',
        `/agreements/${found.agreement.id}/history`,
      );
      expect(history.body.items[0]).toMatchObject({
        action: 'contradiction.decided',
        reason: 'The company gives the exact year',
      });
    });

    it('is made once: another has to name the one that it takes the place of', async () => {
      const found = await of('MA-2022-001', 'deadline');
      const again = await decide(officer, found, { adopt: null });
      expect([again.status, again.body.code]).toEqual([409, 'already_decided']);
      const replaced = await decide(officer, found, {
        adopt: null,
        replaces: found.contradiction.decision?.id,
      });
      expect(replaced.body.decision).toMatchObject({ citationId: null, draftNeeded: false });
      const rows = await api.dataSource.query<{ ended_as: string | null }[]>(
        'SELECT ended_as FROM contradiction_decision WHERE agreement_id = $1 ORDER BY decided_at',
        [found.agreement.id],
      );
      expect(rows.map(({ ended_as }) => ended_as)).toEqual(['superseded', null]);
    });

    it('of many at once is one', async () => {
      const found = await of('MA-2025-001', 'party');
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          decide(index % 2 ? officer : verifier, found, { adopt: null }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(409)]);
    });

    it('is withdrawn with a reason, and open again', async () => {
      const { agreement, contradiction } = await of('MA-2025-001', 'party');
      const path = `/agreements/${agreement.id}/contradictions/decisions/${contradiction.decision?.id}/withdrawal`;
      const withdraw = () =>
        verifier.http<Contradiction>('POST', path, {
          headers: { 'if-match': `"${agreement.revision}"` },
          body: { reason: 'Too early' },
        });
      expect((await withdraw()).body).toMatchObject({ state: 'open', decision: null });
      expect((await withdraw()).status).toBe(404);
    });

    it('falls when a source says something that was not on the table', async () => {
      const found = await of('MA-2022-005', 'quantity');
      await decide(verifier, found, { adopt: null });
      expect((await of('MA-2022-005', 'quantity')).contradiction.state).toBe('decided');
      const staff = await signInStaff(api);
      const say = (stated: string) =>
        change(staff, found.agreement.id, 'completion', (document) => {
          const citations = document.citations as { field: string }[];
          const cited = citations.find(({ field }) => field === 'quantity');
          const said = { ...cited, id: 'n1', stated, adopted: false, locator: 'p. 3', readOn: '2026-11-20' };
          return { ...document, citations: [...citations, said] };
        });
      await say('Thousands');
      expect((await of('MA-2022-005', 'quantity')).contradiction.state).toBe('decided');
      await say('at least 3,000');
      const { contradiction } = await of('MA-2022-005', 'quantity');
      expect(contradiction.state).toBe('open');
      expect(contradiction.claims.at(-1)).toMatchObject({
        stated: 'at least 3,000',
        locator: 'p. 3',
        readOn: '2026-11-20',
      });
    });

    it('is refused where sources do not disagree, for a citation of something else, and without a reason', async () => {
      const found = await of('MA-2025-003', 'deadline');
      const elsewhere = await decide(officer, found, { field: 'quantity', adopt: null });
      expect([elsewhere.status, elsewhere.body.errors?.map(({ code }) => code)]).toEqual([
        422,
        ['no_contradiction'],
      ]);
      const foreign = await decide(officer, found, { adopt: found.agreement.id });
      expect(foreign.body.errors?.map(({ field, code }) => [field, code])).toEqual([
        ['adopt', 'unknown_reference'],
      ]);
      expect((await decide(officer, found, { adopt: null, reason: '' })).status).toBe(400);
    });

    it('is for officers and verifiers, where their scope reaches', async () => {
      const found = await of('MA-2025-003', 'deadline');
      const director = await signInAs(api, { grants: [countryWide('director')] });
      expect((await decide(director, found, { adopt: null })).status).toBe(403);
      const elsewhere = await signInAs(api, {
        grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['MA-06'] } }],
      });
      const refused = await decide(elsewhere, found, { adopt: null });
      expect([refused.status, refused.body.code]).toEqual([403, 'outside_scope']);
      const there = await signInAs(api, {
        grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['MA-02'] } }],
      });
      expect((await decide(there, found, { adopt: null })).status).toBe(200);
    });

    it('is not for investors, who read what is also reported', async () => {
      const { agreement } = await of('MA-2025-003', 'deadline');
      const [{ id: organisationId }] = await api.dataSource.query<[{ id: string }]>(
        'SELECT id FROM organisation LIMIT 1',
      );
      const investor = await signInAs(api, {
        grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
      });
      expect((await investor.http('GET', '/contradictions')).status).toBe(403);
      expect((await investor.http('GET', `/agreements/${agreement.id}/contradictions`)).status).toBe(403);
      const { status, body } = await investor.http<{ alsoReported: object[] }>(
        'GET',
        `/agreements/${agreement.id}/citations`,
      );
      expect([status, body.alsoReported]).toMatchObject([
        200,
        [{ stated: 'by 2029, the three companies together' }],
      ]);
    });

    it('stays in the database, whoever would remove or rewrite it', async () => {
      await expect(api.dataSource.query('DELETE FROM contradiction_decision')).rejects.toThrow(
        /permission denied/,
      );
      await expect(api.dataSource.query(`UPDATE contradiction_decision SET reason = 'x'`)).rejects.toThrow(
        /permission denied/,
      );
    });
  });
});
