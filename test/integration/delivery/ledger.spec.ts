import { type SignedInAccount, signInAs } from '../../support/accounts';
import { type Staff, amend, change, logCurrent, signInStaff, withDeadline } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { fictionalDocument, show, take } from '../../support/legal-life';

interface Act {
  readonly versionNumber: number;
  readonly act: string;
  readonly counts: boolean;
  readonly isOurError: boolean;
  readonly deadline: { readonly days: number | null } | null;
  readonly figure: { readonly difference: number | null } | null;
}

interface Ledger {
  readonly firstPromise: {
    readonly versionNumber: number;
    readonly deadline: { readonly stated: string };
    readonly figure: { readonly value: number };
  } | null;
  readonly acts: readonly Act[];
  readonly daysSlipped: number | null;
  readonly timesMoved: number;
  readonly figureChanges: readonly object[];
  readonly decisions: readonly object[];
}

interface Document {
  readonly commitments: readonly Record<string, unknown>[];
}

const PATIENCE = 60_000;

describe('the ledger of a commitment over HTTP', () => {
  let api: TestApi;
  let staff: Staff;
  let sourceId: string;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
    const { body } = await staff.officer.http<{ id: string }>('POST', '/sources', {
      body: { url: 'https://paper.test/act' },
    });
    sourceId = body.id;
  }, PATIENCE);
  afterAll(() => api.close());

  const ledger = (id: string, who: Pick<SignedInAccount, 'http'> = staff.auditor) =>
    who.http<Ledger>('GET', `/commitments/${id}/ledger`);

  const withFigure = (value: number) => (document: object) => ({
    ...document,
    commitments: (document as Document).commitments.map((one, index) =>
      index === 0 ? { ...one, quantity: { ...(one.quantity as object), value } } : one,
    ),
  });

  it('keeps the first signed promise, and names every act with what it moved', async () => {
    const document = fictionalDocument({ legalState: 'in_force', signing: { date: { stated: '2025' } } });
    const id = await logCurrent(api, document);
    const [first] = (await show(staff.director, id)).commitments;
    const promise = first?.id ?? '';
    expect((await ledger(promise)).body).toMatchObject({
      firstPromise: { versionNumber: 1, deadline: { stated: '2029' }, figure: { value: 200 } },
      acts: [],
      daysSlipped: 0,
      timesMoved: 0,
    });
    await amend(staff, id, sourceId, (before) => withFigure(250)(withDeadline('2030')(before)));
    await take(staff.legal, id, 'suspend', {
      reason: 'a court',
      on: '2026-11-01',
      suspension: { ground: 'a court' },
    });
    await take(staff.legal, id, 'resume', { on: '2026-11-11', shift: { rule: 'whole_interval' } });
    const cites = (before: object) => ({
      ...before,
      citations: [
        ...((before as { citations?: object[] }).citations ?? []),
        {
          id: 'passage',
          ...{ sourceId, subject: 'commitment', subjectId: promise, field: 'quantity' },
          ...{ stated: '240 jobs', adopted: true },
        },
      ],
    });
    await change(staff, id, 'rectification', (before) => cites(withFigure(240)(before)));
    const decided = await staff.director.http('POST', `/commitments/${promise}/decisions`, {
      headers: { 'if-match': `"${(await show(staff.director, id)).revision}"` },
      body: { outcome: 'waived', reason: 'a test' },
    });
    expect(decided.status).toBe(200);
    const { body } = await ledger(promise);
    expect(body.firstPromise).toMatchObject({
      versionNumber: 1,
      deadline: { stated: '2029' },
      figure: { value: 200 },
    });
    expect(
      body.acts.map(({ act, counts, isOurError, deadline, figure }) => [
        act,
        counts,
        isOurError,
        deadline?.days ?? null,
        figure?.difference ?? null,
      ]),
    ).toEqual([
      ['amendment', true, false, 365, 50],
      ['suspension', true, false, 10, null],
      ['rectification', false, true, null, -10],
    ]);
    expect(body).toMatchObject({
      daysSlipped: 375,
      timesMoved: 2,
      figureChanges: [{ unit: 'jobs', added: 50, removed: 0 }],
      decisions: [{ outcome: 'waived', on: '2026-11-23', withdrawnOn: null }],
    });
    const { body: record } = await staff.auditor.http<{ rescheduled: object }>(
      'GET',
      `/commitments/${promise}`,
    );
    expect(record.rescheduled).toEqual({ times: 2, days: 375 });
  });

  it('is for whoever sees earlier versions, and not for who sees only what is public', async () => {
    const company = async (name: string) =>
      (
        await staff.officer.http<{ id: string }>('POST', '/organisations', {
          body: { names: { en: name }, kind: 'company' },
        })
      ).body.id;
    const [own, other] = [await company('A fictional company'), await company('Another fictional one')];
    const investorOf = (organisationId: string) =>
      signInAs(api, {
        grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
      });
    const document = fictionalDocument({
      legalState: 'signed',
      signing: { date: { stated: '2025' } },
      parties: [{ id: 'p1', role: 'investor', organisationId: own }],
    });
    const id = await logCurrent(api, document, { published: true });
    const promise = (await show(staff.director, id)).commitments[0]?.id ?? '';
    await amend(staff, id, sourceId, withDeadline('2030'));
    expect((await ledger(promise, await investorOf(own))).body).toMatchObject({ daysSlipped: 365 });
    const stranger = await investorOf(other);
    expect((await stranger.http('GET', `/commitments/${promise}`)).status).toBe(200);
    expect((await ledger(promise, stranger)).status).toBe(404);
  });
});
