import { newId } from '@app/platform';
import { mailFilesTo, sendIdentityMails } from '../../support/identity-mails';
import {
  type Invitation,
  InvitationDesk,
  type InvitationPage,
  PASSWORD,
  type Problem,
} from '../../support/invitations';

const MANDATE = { knownByLetterOf: { date: '2026-03-02', reference: 'DG/2026/114' } };

let desk: InvitationDesk;

beforeAll(async () => {
  desk = await InvitationDesk.open();
});
afterAll(() => desk.api.close());

describe('inviting for an organisation', () => {
  const representative = { office: 'General manager', mandate: MANDATE };

  it('takes two officers before the mail goes out, and ends with a representative', async () => {
    const company = await desk.organisation();
    const email = desk.someone();
    const { status, body } = await desk.inviteInvestor(company, desk.officer, { ...representative, email });
    expect([status, body.state, body.mail]).toEqual([201, 'awaiting_confirmation', null]);
    expect(await sendIdentityMails(desk.api.app, desk.api.dataSource)).toEqual([]);
    const alone = await desk.officer.http<Problem>('POST', `/invitations/${body.id}/confirmation`);
    expect([alone.status, alone.body.code]).toEqual([403, 'four_eyes']);
    const confirmed = await desk.second.http<Invitation>('POST', `/invitations/${body.id}/confirmation`);
    expect([confirmed.status, confirmed.body.state]).toEqual([200, 'open']);
    const again = await desk.second.http<Problem>('POST', `/invitations/${body.id}/confirmation`);
    expect([again.status, again.body.code]).toEqual([409, 'invitation_not_in_state']);
    const token = await desk.tokenFor(email);
    const [mail] = await mailFilesTo(desk.api.dataDir, email);
    expect(mail?.html).toContain('<html lang="ar" dir="rtl">');
    expect(mail?.text).toContain('شركة خيالية');
    const accepted = await desk.accept<{ account: { kind: string; grants: unknown } }>({
      token,
      name: 'R. Presentative',
      password: PASSWORD,
    });
    expect(accepted.body.account).toMatchObject({
      kind: 'investor',
      grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId: company } }],
    });
    expect(await desk.actionsOn(body.id)).toEqual([
      'invitation.issued',
      'invitation.confirmed',
      'invitation.accepted',
    ]);
  });

  it('cannot be confirmed by one officer in the database either', async () => {
    const { body } = await desk.inviteInvestor(await desk.organisation(), desk.officer, representative);
    const confirm = (by: string | null) =>
      desk.api.dataSource.query(
        `UPDATE invitation SET state = 'open', confirmed_by = $2::uuid, confirmed_at = CASE WHEN $2::uuid IS NULL THEN NULL ELSE issued_at END
          WHERE id = $1`,
        [body.id, by],
      );
    await expect(confirm(desk.officer.accountId)).rejects.toThrow('invitation_four_eyes');
    await expect(confirm(null)).rejects.toThrow('invitation_confirmed');
  });

  it.each([
    ['a representative without a mandate', { office: 'Manager' }, 'mandate'],
    ['a representative without an office', { mandate: MANDATE }, 'office'],
    ['an editor invited by an officer', { ...representative, role: 'investor_editor' }, 'role'],
  ])('refuses %s', async (_, body, field) => {
    const { status, body: problem } = await desk.inviteInvestor(
      await desk.organisation(),
      desk.officer,
      body,
    );
    expect([status, problem.errors?.[0]?.field]).toEqual([422, field]);
  });

  it('is refused to administrators, and to representatives for anything but their own editors', async () => {
    const company = await desk.organisation();
    const speaker = await desk.representativeOf(company);
    expect((await desk.inviteInvestor(company, desk.admin, representative)).status).toBe(403);
    const { status, body } = await desk.inviteInvestor(company, speaker, { role: 'investor_representative' });
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'role']);
    const editor = await desk.inviteInvestor(company, speaker);
    expect([editor.status, editor.body.state]).toEqual([201, 'open']);
    expect(editor.body.grants).toEqual([
      { role: 'investor_editor', scope: { kind: 'organisation', organisationId: company } },
    ]);
  });

  it('answers a foreign organisation exactly as an unknown one', async () => {
    const speaker = await desk.representativeOf(await desk.organisation());
    const foreign = await desk.inviteInvestor(await desk.organisation(), speaker);
    const unknown = await desk.inviteInvestor(newId(), speaker);
    const bare = ({ status, body }: { status: number; body: object }) => [
      status,
      { ...body, instance: '', requestId: '' },
    ];
    expect(bare(foreign)).toEqual(bare(unknown));
    expect(foreign.status).toBe(404);
    expect(await desk.refusalOf(foreign)).toEqual({ permission: 'invitation.issue', code: 'outside_scope' });
  });

  it('shows an investor its own organisation and answers others as unknown, whatever is asked', async () => {
    const [own, other] = [await desk.organisation(), await desk.organisation()];
    const speaker = await desk.representativeOf(own);
    const mine = await desk.inviteInvestor(own, speaker);
    const byOfficer = await desk.inviteInvestor(own, desk.officer, representative);
    const theirs = await desk.inviteInvestor(other, desk.officer, representative);
    const { body } = await speaker.http<InvitationPage>('GET', '/invitations?count=exact');
    expect([body.total, body.items.map(({ id }) => id)]).toEqual([2, [byOfficer.body.id, mine.body.id]]);
    const filtered = await speaker.http<InvitationPage>('GET', `/invitations?organisationId=${other}`);
    expect(filtered.body.total).toBe(0);
    for (const id of [theirs.body.id, newId()]) {
      expect((await speaker.http('GET', `/invitations/${id}`)).status).toBe(404);
      expect((await speaker.http('DELETE', `/invitations/${id}`)).status).toBe(404);
      expect((await speaker.http('POST', `/invitations/${id}/mail`)).status).toBe(404);
    }
    expect((await speaker.http('DELETE', `/invitations/${byOfficer.body.id}`)).status).toBe(403);
    expect((await speaker.http('DELETE', `/invitations/${mine.body.id}`)).status).toBe(204);
  });

  it('has a bound for each organisation', async () => {
    const company = await desk.organisation();
    const speaker = await desk.representativeOf(company);
    const statuses: number[] = [];
    for (let each = 0; each < 31; each += 1)
      statuses.push((await desk.inviteInvestor(company, speaker)).status);
    expect(statuses).toEqual([...Array<number>(30).fill(201), 409]);
  });
});
