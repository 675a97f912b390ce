import { type Staff, logCurrent, revisionOf, signInStaff } from '../../support/agreements';
import { type SignedInAccount, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import {
  type LegalRecord,
  type Refused,
  fictionalDocument,
  show,
  take,
  write,
} from '../../support/legal-life';

const PATIENCE = 60_000;

describe('publication', () => {
  let api: TestApi;
  let staff: Staff;
  let investor: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
    const company = await staff.officer.http<{ id: string }>('POST', '/organisations', {
      body: { names: { en: 'Fictional Works' }, kind: 'company' },
    });
    investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId: company.body.id } }],
    });
  }, PATIENCE);
  afterAll(() => api.close());

  const logged = () =>
    logCurrent(api, fictionalDocument({ legalState: 'in_force', signing: { date: { stated: '2025' } } }));
  const decide = (
    id: string,
    action: string,
    who = staff.director,
    reason: string | null = 'all should see',
  ) => write<LegalRecord & Refused>(who, id, 'publication', { action, reason });
  const seen = async (id: string) => (await investor.http('GET', `/agreements/${id}`)).status;

  it('is a director’s decision with a reason, apart from version and legal state', async () => {
    const id = await logged();
    expect(await seen(id)).toBe(404);
    const { status, body } = await decide(id, 'publish');
    expect([status, body.published, body.version?.number, body.legalState]).toEqual([
      200,
      true,
      1,
      'in_force',
    ]);
    expect(await seen(id)).toBe(200);
    const again = await decide(id, 'publish');
    expect([again.status, again.body.code]).toEqual([409, 'action_not_possible']);
    expect((await decide(id, 'unpublish', staff.director, 'by mistake')).body.published).toBe(false);
    expect(await seen(id)).toBe(404);
    const history = await staff.auditor.http<{
      items: { action: string; reason: string; payload: object }[];
    }>('GET', `/agreements/${id}/history`);
    expect(history.body.items.slice(0, 2)).toEqual([
      expect.objectContaining({
        action: 'agreement.unpublished',
        reason: 'by mistake',
        payload: { changed: { published: { from: true, to: false } } },
      }),
      expect.objectContaining({ action: 'agreement.published', reason: 'all should see' }),
    ]);
  });

  it('is nobody else’s, and of nothing that was only drafted', async () => {
    const id = await logged();
    for (const who of [staff.officer, staff.verifier, staff.legal, staff.admin, staff.auditor]) {
      expect((await decide(id, 'publish', who)).status).toBe(403);
    }
    expect((await decide(id, 'publish', staff.director, null)).status).toBe(400);
    expect((await decide(id, 'unpublish')).body.code).toBe('action_not_possible');
    const drafted = await staff.officer.http<{ id: string }>('POST', '/agreements', {
      body: fictionalDocument(),
    });
    expect((await decide(drafted.body.id, 'publish')).body.code).toBe('no_current_version');
  });

  it('shows an investor what happens to the agreement, and not on whose word', async () => {
    const id = await logged();
    await decide(id, 'publish');
    await take(staff.legal, id, 'suspend', {
      on: '2026-05-01',
      suspension: { ground: 'a dispute about land', expectedEnd: '2027-03-01' },
    });
    const { body } = await investor.http<LegalRecord>('GET', `/agreements/${id}`);
    expect(body).toMatchObject({
      legalState: 'suspended',
      legalStateSince: { stated: '2026-05-01' },
      suspension: { from: '2026-05-01', expectedEnd: '2027-03-01' },
      proposals: [],
    });
    expect(JSON.stringify(body)).not.toContain('a dispute about land');
    expect(body.allowedActions.every(({ allowed }) => !allowed)).toBe(true);
    for (const path of ['steps', 'conditions']) {
      expect((await investor.http('GET', `/agreements/${id}/${path}`)).status).toBe(403);
    }
  });

  it('is decided once when two directors decide at once', async () => {
    const id = await logged();
    const revision = await revisionOf(staff.director, id);
    const answers = await Promise.all(
      [staff.director, staff.otherDirector].map((who) =>
        who.http('POST', `/agreements/${id}/publication`, {
          headers: { 'if-match': `"${revision}"` },
          body: { action: 'publish', reason: 'all should see' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await show(staff.director, id)).revision).toBe(revision + 1);
  });
});
