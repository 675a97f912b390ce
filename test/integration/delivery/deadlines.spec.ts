import { newId } from '@app/platform';
import { type SignedInAccount, signInAs } from '../../support/accounts';
import { type Staff, logCurrent, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { fictionalDocument, show, take } from '../../support/legal-life';

interface Deadline {
  readonly kind: string;
  readonly id: string;
  readonly commitmentId: string;
  readonly standing: string | null;
  readonly deadline: { readonly stated: string; readonly lastDay: string };
  readonly daysLeft: number;
  readonly status: string;
  readonly agreement: { readonly id: string };
  readonly obligor: { readonly organisationId: string } | null;
}

interface Counted {
  readonly total: number;
  readonly commitments: number;
  readonly milestones: number;
  readonly notYetSigned: number;
  readonly earliest: string | null;
  readonly oldestAge?: number | null;
  readonly items: readonly Deadline[];
}

interface Overview {
  readonly today: string;
  readonly due: Counted & { readonly days: number; readonly until: string };
  readonly late: Counted;
}

interface Page {
  readonly items: readonly Deadline[];
  readonly total: number;
  readonly nextCursor: string | null;
}

interface WorkLists {
  readonly items: readonly {
    readonly code: string;
    readonly count: number;
    readonly names: Record<string, string>;
    readonly oldest: { readonly since: string } | null;
  }[];
}

interface WorkItems {
  readonly items: readonly {
    readonly id: string;
    readonly agreement: { id: string };
    readonly about: readonly string[];
    readonly since: string;
  }[];
}

type Person = Pick<SignedInAccount, 'http'>;

describe('what falls due and what is late', () => {
  let api: TestApi;
  let staff: Staff;
  let own: string;
  let investor: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
    const { body } = await staff.officer.http<{ id: string }>('POST', '/organisations', {
      body: { names: { en: 'A fictional company' }, kind: 'company' },
    });
    own = body.id;
    investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId: own } }],
    });
    await api.dataSource.query(
      `INSERT INTO region (id, code, name_en) VALUES ($1, 'XA-01', 'Here'), ($2, 'XA-02', 'There')`,
      [newId(), newId()],
    );
  });
  afterAll(() => api.close());

  const promise = (id: string, stated: string, change: object = {}) => ({
    id,
    kind: 'training',
    title: { en: `A fictional course ${id}` },
    measure: 'completion',
    obligorPartyId: 'p1',
    deadline: { stated },
    place: { scope: 'regions', regionCodes: ['XA-01'] },
    ...change,
  });
  const milestone = (id: string, stated: string) => ({
    id,
    standing: 'agreed',
    title: { en: `Half of it ${id}` },
    deadline: { stated },
  });
  const recorded = (commitments: object[], change: object = {}, published = false) =>
    logCurrent(
      api,
      fictionalDocument({
        legalState: 'in_force',
        signing: { date: { stated: '2025' } },
        parties: [{ id: 'p1', role: 'investor', organisationId: own }],
        commitments,
        ...change,
      }),
      { published },
    );
  const overview = async (who: Person, query = '') =>
    (await who.http<Overview>('GET', `/deadlines/overview${query}`)).body;
  const list = async (who: Person, query: string) =>
    (await who.http<Page>('GET', `/deadlines?${query}`)).body;
  const days = (items: readonly Deadline[]) => items.map(({ deadline }) => deadline.lastDay);

  it('is nothing in an empty register', async () => {
    const none = { total: 0, commitments: 0, milestones: 0, notYetSigned: 0, earliest: null, items: [] };
    expect(await overview(staff.auditor)).toEqual({
      today: '2026-11-23',
      due: { ...none, days: 90, until: '2027-02-21' },
      late: { ...none, oldestAge: null },
    });
  });

  it('counts commitments and milestones alike, at the edges of their days', async () => {
    const id = await recorded([
      promise('c1', '2029', { milestones: [milestone('m1', '2026-12'), milestone('m2', '2026-11-22')] }),
      promise('c2', '2026-11-23'),
      promise('c3', '2027-02-21'),
      promise('c4', '2027-02-22'),
      promise('c5', '2025'),
      promise('c6', '2026-01-31', { place: { scope: 'regions', regionCodes: ['XA-02'] } }),
    ]);
    await recorded([promise('c1', '2027-01-15')], { legalState: 'announced', signing: {} });
    const { due, late } = await overview(staff.officer);
    expect(due).toMatchObject({ total: 4, commitments: 3, milestones: 1, notYetSigned: 1 });
    expect(days(due.items)).toEqual(['2026-11-23', '2026-12-31', '2027-01-15', '2027-02-21']);
    expect(due.items.map(({ daysLeft, status }) => [daysLeft, status])).toEqual([
      [0, 'due_soon'],
      [38, 'due_soon'],
      [53, 'due_soon'],
      [90, 'due_soon'],
    ]);
    expect(late).toMatchObject({
      total: 3,
      commitments: 2,
      milestones: 1,
      earliest: '2025-12-31',
      oldestAge: 327,
    });
    expect(days(late.items)).toEqual(['2025-12-31', '2026-01-31', '2026-11-22']);
    const [passed] = late.items.slice(-1);
    expect(passed).toMatchObject({
      kind: 'milestone',
      standing: 'agreed',
      daysLeft: -1,
      status: 'overdue_unreported',
      agreement: { id },
      obligor: { organisationId: own },
    });
    const listed = await staff.officer.http<{ total: number }>('GET', '/commitments?status=due_soon');
    expect(listed.body.total).toBe(due.commitments);
  });

  it('is read page by page, the earliest first', async () => {
    const read: Deadline[] = [];
    let at = '';
    for (;;) {
      const page = await list(staff.officer, `span=late&limit=1${at}`);
      expect(page.total).toBe(3);
      read.push(...page.items);
      if (page.nextCursor === null) break;
      at = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    expect(days(read)).toEqual(['2025-12-31', '2026-01-31', '2026-11-22']);
    expect((await staff.officer.http('GET', '/deadlines')).status).toBe(400);
    expect((await staff.officer.http('GET', '/deadlines?span=soon')).status).toBe(400);
  });

  it('looks where the roles of the caller are held, or at everything they may read', async () => {
    const there = await signInAs(api, {
      grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['XA-02'] } }],
    });
    const nowhere = await signInAs(api, {
      grants: [{ role: 'officer', scope: { kind: 'sectors', codes: ['CRM'] } }],
    });
    expect((await overview(there)).late.total).toBe(3);
    expect((await overview(nowhere)).late.total).toBe(0);
    expect((await overview(nowhere, '?reach=all')).late.total).toBe(3);
  });

  it('shows an investor their own deadlines, and of others what is public', async () => {
    const others = await recorded(
      [promise('c1', '2026-11-30')],
      { parties: [{ id: 'p1', role: 'investor', described: { en: 'Another one' } }] },
      true,
    );
    const hidden = await recorded([promise('c1', '2026-11-29')], {
      parties: [{ id: 'p1', role: 'investor', described: { en: 'A third one' } }],
    });
    expect((await overview(investor)).due.total).toBe(4);
    const all = (await overview(investor, '?reach=all')).due.items.map(({ agreement }) => agreement.id);
    expect([all.includes(others), all.includes(hidden)]).toEqual([true, false]);
    expect((await overview(staff.officer)).due.total).toBe(6);
  });

  it('leaves out what is settled, suspended or ended', async () => {
    const before = (await overview(staff.director)).late.total;
    const id = await recorded([promise('c1', '2026-03-31'), promise('c2', '2026-04-30')]);
    expect((await overview(staff.director)).late.total).toBe(before + 2);
    const waiting = async (code: string) =>
      (await staff.director.http<WorkLists>('GET', '/work-lists')).body.items.find(
        (list) => list.code === code,
      );
    expect(await waiting('fulfilments')).toMatchObject({ count: 0, oldest: null });
    for (const commitment of (await show(staff.director, id)).commitments) {
      const { revision } = await show(staff.director, id);
      const settled = await staff.director.http('POST', `/commitments/${commitment.id}/decisions`, {
        headers: { 'if-match': `"${revision}"` },
        body: { outcome: 'cancelled', reason: 'a test' },
      });
      expect(settled.status).toBe(200);
    }
    expect((await overview(staff.director)).late.total).toBe(before);
    expect(await waiting('fulfilments')).toMatchObject({ count: 1, oldest: { since: '2026-11-23' } });
    const { items } = (await staff.director.http<WorkItems>('GET', '/work-lists/fulfilments')).body;
    expect(items).toMatchObject([{ id, agreement: { id }, about: ['fulfilled'] }]);
    await take(staff.director, id, 'fulfil');
    expect(await waiting('fulfilments')).toMatchObject({ count: 0 });
  });

  it('lists the changes that somebody asked for until they are answered', async () => {
    const id = await recorded([promise('c1', '2030')]);
    const [commitment] = (await show(staff.director, id)).commitments;
    const asked = await investor.http<{ id: string }>(
      'POST',
      `/commitments/${commitment?.id ?? ''}/change-requests`,
      { body: { what: 'deadline', proposed: { deadline: '2031' }, reason: 'late' } },
    );
    const items = async () =>
      (await staff.officer.http<WorkItems>('GET', '/work-lists/change_requests')).body.items;
    expect(await items()).toMatchObject([
      { id: asked.body.id, agreement: { id }, about: ['deadline'], since: '2026-11-23' },
    ]);
    expect((await staff.verifier.http('GET', '/work-lists/change_requests')).status).toBe(404);
    await staff.officer.http('POST', `/change-requests/${asked.body.id}/answer`, {
      body: { answer: 'declined', reason: 'a promise' },
    });
    expect(await items()).toEqual([]);
  });
});
