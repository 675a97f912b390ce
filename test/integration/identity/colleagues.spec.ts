import { signInAs } from '../../support/accounts';
import { InvitationDesk } from '../../support/invitations';

interface Colleagues {
  readonly items: readonly {
    readonly accountId: string;
    readonly email: string;
    readonly role: string;
    readonly organisationId: string;
  }[];
}

const PATIENCE = 60_000;

describe('who acts for an organisation', () => {
  let desk: InvitationDesk;

  beforeAll(async () => {
    desk = await InvitationDesk.open();
  }, PATIENCE);
  afterAll(() => desk.api.close());

  const editorOf = (organisationId: string) =>
    signInAs(desk.api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
    });

  it('is read by whoever represents it, of their own organisation alone, and noted', async () => {
    const [own, other] = [await desk.organisation(), await desk.organisation()];
    const representative = await desk.representativeOf(own);
    const [editor, stranger] = [await editorOf(own), await desk.representativeOf(other)];
    const { status, body } = await representative.http<Colleagues>('GET', '/me/colleagues');
    expect(status).toBe(200);
    expect(body.items.map(({ accountId, role }) => [accountId, role]).sort()).toEqual(
      [
        [representative.accountId, 'investor_representative'],
        [editor.accountId, 'investor_editor'],
      ].sort(),
    );
    expect(Object.keys(body.items[0] ?? {}).sort()).toEqual(
      ['accountId', 'active', 'email', 'name', 'organisationId', 'role', 'since'].sort(),
    );
    const seen = await stranger.http<Colleagues>('GET', '/me/colleagues');
    expect(seen.body.items.map(({ accountId }) => accountId)).toEqual([stranger.accountId]);
    expect(await desk.actionsOn(representative.accountId)).toContain('account.listed');
  });

  it('is refused to whoever only writes for it, and is empty for the administration', async () => {
    const own = await desk.organisation();
    const editor = await editorOf(own);
    expect((await editor.http('GET', '/me/colleagues')).status).toBe(403);
    const { status, body } = await desk.officer.http<Colleagues>('GET', '/me/colleagues');
    expect([status, body.items]).toEqual([200, []]);
  });

  it('shows nobody of an organisation for which one only writes', async () => {
    const [own, other] = [await desk.organisation(), await desk.organisation()];
    await desk.representativeOf(other);
    const both = await signInAs(desk.api, {
      grants: [
        { role: 'investor_representative', scope: { kind: 'organisation', organisationId: own } },
        { role: 'investor_editor', scope: { kind: 'organisation', organisationId: other } },
      ],
    });
    const { body } = await both.http<Colleagues>('GET', '/me/colleagues');
    expect(body.items.map(({ accountId, organisationId }) => [accountId, organisationId])).toEqual([
      [both.accountId, own],
    ]);
  });

  it('is kept by the database too: who represents it finds its people, who writes for it and nobody find none', async () => {
    const [own, other] = [await desk.organisation(), await desk.organisation()];
    const representative = await desk.representativeOf(own);
    const editor = await editorOf(own);
    const found = async (organisations: string, account: string) => {
      const runner = desk.api.dataSource.createQueryRunner();
      await runner.startTransaction();
      try {
        await runner.query('SET LOCAL ROLE mithaq_investor');
        await runner.query(`SELECT set_config('mithaq.organisations', $1, true)`, [organisations]);
        await runner.query(`SELECT set_config('mithaq.account', $1, true)`, [account]);
        const rows: { account_id: string }[] = await runner.query(
          'SELECT account_id FROM people_of_investor()',
        );
        return rows.map((row) => row.account_id).sort();
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    };
    const everybody = [representative.accountId, editor.accountId].sort();
    expect(await found(`{${own}}`, representative.accountId)).toEqual(everybody);
    expect(await found('', representative.accountId)).toEqual([]);
    expect(await found(`{${own}}`, editor.accountId)).toEqual([]);
    expect(await found(`{${own}}`, '')).toEqual([]);
    const stranger = await desk.representativeOf(other);
    expect(await found(`{${own},${other}}`, stranger.accountId)).toEqual([stranger.accountId]);
  });
});
