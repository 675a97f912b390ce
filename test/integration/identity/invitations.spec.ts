import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@app/platform';
import { signInAs } from '../../support/accounts';
import { mailFilesTo, tokenIn } from '../../support/identity-mails';
import {
  type Invitation,
  InvitationDesk,
  type InvitationPage,
  PASSWORD,
  type Problem,
} from '../../support/invitations';

let desk: InvitationDesk;

beforeAll(async () => {
  desk = await InvitationDesk.open();
});
afterAll(() => desk.api.close());

describe('inviting staff', () => {
  it('leads from the administrator over the mailbox to an account that signs in', async () => {
    const email = desk.someone();
    const { status, body, headers } = await desk.inviteStaff({
      email: email.toUpperCase(),
      name: 'A. Verifier',
    });
    expect([status, body.state, body.email]).toEqual([201, 'open', email]);
    expect(headers.location).toBe(`/api/v1/invitations/${body.id}`);
    const token = await desk.tokenFor(email);
    const [mail] = await mailFilesTo(desk.api.dataDir, email);
    expect(mail?.text).toContain(`https://mithaq.test/invitation#${token}`);
    expect(mail?.text).toContain('vérificateur');
    expect(mail?.text).toContain('à l’adresse mithaq.test');
    const accepted = await desk.accept<{ account: { grants: unknown[]; name: string; language: string } }>({
      token,
      password: PASSWORD,
      language: 'en',
    });
    expect(accepted.status).toBe(201);
    expect(accepted.headers['set-cookie']).toBeUndefined();
    expect(accepted.body.account).toMatchObject({
      name: 'A. Verifier',
      language: 'en',
      grants: [{ role: 'verifier', scope: { kind: 'regions', codes: ['MA-01'] } }],
    });
    const session = await desk.api.http('POST', '/session', {
      anonymous: true,
      body: { email, password: PASSWORD },
    });
    expect(session.status).toBe(201);
    expect(await desk.actionsOn(body.id)).toEqual(['invitation.issued', 'invitation.accepted']);
    expect((await desk.admin.http<Invitation>('GET', `/invitations/${body.id}`)).body.state).toBe('accepted');
  });

  it('takes regions that exist, and the database no others', async () => {
    const { status, body } = await desk.inviteStaff({
      grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['MA-01', 'MA-99'] } }],
    });
    expect([status, body.errors?.[0]]).toEqual([
      422,
      expect.objectContaining({ field: 'grants[0].scope.codes', code: 'scope_region_unknown' }),
    ]);
    const open = await desk.inviteStaff();
    await expect(
      desk.api.dataSource.query(
        `INSERT INTO invited_grant (id, invitation_id, role, scope_kind, codes)
         VALUES ($1, $2, 'officer', 'sectors', '{NOWHERE}')`,
        [newId(), open.body.id],
      ),
    ).rejects.toThrow('codes that do not exist');
  });

  it.each([
    ['an investor role', { grants: [{ role: 'investor_editor', scope: { kind: 'country' } }] }, 400],
    ['no role', { grants: [] }, 422],
    [
      'a country with codes',
      { grants: [{ role: 'officer', scope: { kind: 'country', codes: ['MA-01'] } }] },
      422,
    ],
    ['a name with the number of a card', { name: 'Person AB123456' }, 400],
  ])('refuses %s', async (_, body, status) => expect((await desk.inviteStaff(body)).status).toBe(status));

  it('is for administrators of the whole country', async () => {
    const regional = await signInAs(desk.api, {
      grants: [{ role: 'admin', scope: { kind: 'regions', codes: ['MA-01'] } }],
    });
    expect([
      (await desk.inviteStaff({}, desk.officer)).status,
      (await desk.inviteStaff({}, regional)).status,
    ]).toEqual([403, 403]);
  });

  it('is seen by those who keep accounts, not by officers', async () => {
    const { body } = await desk.inviteStaff();
    expect((await desk.admin.http('GET', `/invitations/${body.id}`)).status).toBe(200);
    expect((await desk.officer.http('GET', `/invitations/${body.id}`)).status).toBe(404);
    expect((await desk.officer.http('DELETE', `/invitations/${body.id}`)).status).toBe(404);
    const ofStaff = (
      await desk.officer.http<InvitationPage>('GET', '/invitations?limit=100')
    ).body.items.filter(({ id }) => id === body.id);
    expect(ofStaff).toEqual([]);
  });

  it('makes one of two invitations at once, and another once the first is withdrawn', async () => {
    const email = desk.someone();
    const both = await Promise.all([desk.inviteStaff({ email }), desk.inviteStaff({ email })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('already_invited');
    const open = both.find(({ status }) => status === 201)?.body;
    expect((await desk.admin.http('DELETE', `/invitations/${open?.id}`)).status).toBe(204);
    expect((await desk.inviteStaff({ email })).status).toBe(201);
    await desk.send();
    expect(await mailFilesTo(desk.api.dataDir, email)).toHaveLength(1);
  });
});

describe('the link of an invitation', () => {
  it('stands in no table, in no row of the outbox and under no address that a server sees', async () => {
    const email = desk.someone();
    await desk.inviteStaff({ email });
    const token = await desk.tokenFor(email);
    const { rows } = (await desk.api.dataSource
      .query(
        `
      SELECT json_agg(t) AS rows FROM (
        SELECT row_to_json(x)::text FROM outbox x UNION ALL SELECT row_to_json(x)::text FROM single_use_link x
        UNION ALL SELECT row_to_json(x)::text FROM identity_mail x UNION ALL SELECT row_to_json(x)::text FROM sent_mail x
        UNION ALL SELECT row_to_json(x)::text FROM invitation x UNION ALL SELECT row_to_json(x)::text FROM audit_entry x
      ) t`,
      )
      .then(([row]: { rows: unknown }[]) => row)) as { rows: unknown };
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).toContain(email);
  });

  it('lies in files that their owner alone reads', async () => {
    const folder = join(desk.api.dataDir, 'outbox');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('works for one of twenty who use it at once', async () => {
    const email = desk.someone();
    const { body } = await desk.inviteStaff({ email });
    const token = await desk.tokenFor(email);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.accept({ token, name: 'One', password: PASSWORD })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const [row] = await desk.api.dataSource.query<[{ count: number }]>(
      'SELECT count(*) AS count FROM account WHERE email = $1',
      [email],
    );
    expect(row.count).toBe(1);
    expect(await desk.actionsOn(body.id)).toEqual(['invitation.issued', 'invitation.accepted']);
  });

  it('answers alike when it was used, has expired, was withdrawn, was replaced or never was', async () => {
    const used = desk.someone();
    await desk.inviteStaff({ email: used });
    const usedToken = await desk.tokenFor(used);
    await desk.accept({ token: usedToken, name: 'One', password: PASSWORD });

    const expired = desk.someone();
    await desk.inviteStaff({ email: expired });
    const expiredToken = await desk.tokenFor(expired);
    await desk.api.dataSource.query(
      `UPDATE single_use_link l SET created_at = created_at - interval '9 days', expires_at = l.expires_at - interval '8 days'
         FROM invitation i WHERE i.id = l.invitation_id AND i.email = $1`,
      [expired],
    );

    const withdrawn = desk.someone();
    const { body } = await desk.inviteStaff({ email: withdrawn });
    const withdrawnToken = await desk.tokenFor(withdrawn);
    await desk.admin.http('DELETE', `/invitations/${body.id}`);

    const tokens = [usedToken, expiredToken, withdrawnToken, 'A'.repeat(43), 'never a token'];
    const answers = await Promise.all(
      tokens.map((token) => desk.accept({ token, name: 'One', password: PASSWORD })),
    );
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      tokens.map(() => [422, 'link_invalid']),
    );
    const noted = await desk.api.dataSource.query<{ known: boolean; count: number }[]>(
      `SELECT EXISTS (SELECT FROM single_use_link l WHERE l.id = e.subject_id) AS known, count(*)::int AS count
         FROM audit_entry e WHERE action = 'link.refused' AND request_id = ANY ($1) GROUP BY known ORDER BY known`,
      [answers.map(({ headers }) => headers['x-request-id'])],
    );
    // That of the withdrawn invitation is deleted: it never was, to whoever looks.
    expect(noted).toEqual([
      { known: false, count: 3 },
      { known: true, count: 2 },
    ]);
  });

  it('survives a password that nobody may have, and a name that is missing', async () => {
    const email = desk.someone();
    await desk.inviteStaff({ email });
    const token = await desk.tokenFor(email);
    const weak = await desk.accept({ token, name: 'One', password: 'password1234' });
    expect([weak.status, weak.body.errors?.[0]?.field]).toEqual([422, 'password']);
    const nameless = await desk.accept({ token, password: PASSWORD });
    expect([nameless.status, nameless.body.errors?.[0]?.field]).toEqual([422, 'name']);
    expect((await desk.accept({ token, name: 'One', password: PASSWORD })).status).toBe(201);
  });

  it('dies when the mail is sent again, which waits five minutes', async () => {
    const email = desk.someone();
    const { body } = await desk.inviteStaff({ email });
    const first = await desk.tokenFor(email);
    const early = await desk.admin.http<Problem>('POST', `/invitations/${body.id}/mail`);
    expect([early.status, early.body.code]).toEqual([429, 'mail_too_soon']);
    expect((await desk.accept({ token: first, password: PASSWORD })).body.errors?.[0]?.field).toBe('name');
    await desk.api.dataSource.query(
      `UPDATE identity_mail SET requested_at = requested_at - interval '6 minutes' WHERE invitation_id = $1`,
      [body.id],
    );
    expect((await desk.admin.http('POST', `/invitations/${body.id}/mail`)).status).toBe(200);
    expect((await desk.accept({ token: first, name: 'One', password: PASSWORD })).body.code).toBe(
      'link_invalid',
    );
    await desk.send();
    const tokens = (await mailFilesTo(desk.api.dataDir, email)).map(tokenIn);
    const fresh = tokens.filter((token) => token !== first);
    expect([tokens.length, fresh.length]).toEqual([2, 1]);
    expect((await desk.accept({ token: fresh[0], name: 'One', password: PASSWORD })).status).toBe(201);
  });
});

describe('an address that has an account', () => {
  it('is asked to sign in, and only who holds the link learns so', async () => {
    const holder = await signInAs(desk.api, {
      email: desk.someone(),
      grants: [{ role: 'verifier', scope: { kind: 'regions', codes: ['MA-01'] } }],
    });
    const { status } = await desk.inviteStaff({
      email: holder.email,
      grants: [{ role: 'verifier', scope: { kind: 'regions', codes: ['MA-02'] } }],
    });
    expect(status).toBe(201);
    const token = await desk.tokenFor(holder.email);
    for (const headers of [{}, { cookie: desk.officer.cookie }]) {
      const refused = await desk.accept(
        { token, name: 'Other', password: PASSWORD },
        headers as Record<string, string>,
      );
      expect([refused.status, refused.body.code]).toEqual([409, 'sign_in_to_accept']);
      expect(await desk.refusalOf(refused)).toEqual({ purpose: 'invitation', code: 'sign_in_to_accept' });
    }
    const accepted = await desk.accept<{ account: { id: string; grants: unknown } }>(
      { token },
      { cookie: holder.cookie },
    );
    expect(accepted.status).toBe(201);
    expect(accepted.body.account).toMatchObject({
      id: holder.accountId,
      grants: [{ role: 'verifier', scope: { kind: 'regions', codes: ['MA-01', 'MA-02'] } }],
    });
  });

  it('of staff never becomes that of an investor', async () => {
    const company = await desk.organisation();
    const representative = await desk.representativeOf(company);
    await desk.inviteInvestor(company, representative, { email: desk.officer.email });
    const token = await desk.tokenFor(desk.officer.email);
    const refused = await desk.accept({ token }, { cookie: desk.officer.cookie });
    expect([refused.status, refused.body.code]).toEqual([409, 'other_account_kind']);
  });

  it('of the inviter gets no roles by an invitation of its own', async () => {
    await desk.inviteStaff({
      email: desk.admin.email,
      grants: [{ role: 'director', scope: { kind: 'country' } }],
    });
    const token = await desk.tokenFor(desk.admin.email);
    const refused = await desk.accept({ token }, { cookie: desk.admin.cookie });
    expect([refused.status, refused.body.code]).toEqual([403, 'four_eyes']);
  });
});

describe('an invitation that has ended', () => {
  it('is listed as expired, is not sent again, and makes room for another', async () => {
    const email = desk.someone();
    const { body } = await desk.inviteStaff({ email, name: 'For A. While' });
    await desk.send();
    await desk.api.dataSource.query(
      `UPDATE invitation SET issued_at = issued_at - interval '30 days', expires_at = expires_at - interval '29 days' WHERE id = $1`,
      [body.id],
    );
    const expired = await desk.admin.http<InvitationPage>('GET', '/invitations?state=expired');
    expect(expired.body.items.map(({ id, state }) => [id, state])).toEqual([[body.id, 'expired']]);
    expect(
      (await desk.admin.http<InvitationPage>('GET', '/invitations?state=open&limit=100')).body.items.map(
        ({ id }) => id,
      ),
    ).not.toContain(body.id);
    expect((await desk.admin.http('POST', `/invitations/${body.id}/mail`)).status).toBe(409);
    expect((await desk.inviteStaff({ email })).status).toBe(201);
  });
});
