import { newId } from '@app/platform';
import { type SignedInAccount, countryWide, signInAs } from './accounts';
import { type TestAnswer, type TestApi, startTestApi } from './application';
import { mailFilesTo, sendIdentityMails, tokenIn } from './identity-mails';

export interface Invitation {
  readonly id: string;
  readonly state: string;
  readonly email: string | null;
  readonly grants: readonly unknown[];
  readonly mail: { readonly state: string } | null;
}

export interface InvitationPage {
  readonly total: number;
  readonly items: readonly Invitation[];
}

export interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

export const PASSWORD = 'seven quiet harbours';

/** The api with an administrator and two officers, and the mails that it writes to files. */
export class InvitationDesk {
  private counter = 0;

  private constructor(
    readonly api: TestApi,
    readonly admin: SignedInAccount,
    readonly officer: SignedInAccount,
    readonly second: SignedInAccount,
  ) {}

  static async open(settings: Record<string, string> = {}): Promise<InvitationDesk> {
    const api = await startTestApi({ PUBLIC_URL: 'https://mithaq.test', ...settings });
    const signIn = (name: string, role = name) =>
      signInAs(api, { grants: [countryWide(role)], email: `${name}@desk.test` });
    await api.dataSource.query(
      `INSERT INTO region (id, code, name_fr) VALUES ($1, 'MA-01', 'Nord'), ($2, 'MA-02', 'Oriental')`,
      [newId(), newId()],
    );
    return new InvitationDesk(
      api,
      await signIn('admin'),
      await signIn('officer'),
      await signIn('second', 'officer'),
    );
  }

  /** An address that nobody was invited under yet. */
  someone(): string {
    this.counter += 1;
    return `invited-${this.counter}@post.test`;
  }

  async organisation(): Promise<string> {
    this.counter += 1;
    const { body } = await this.officer.http<{ id: string }>('POST', '/organisations', {
      body: { names: { fr: `Société ${this.counter}`, ar: 'شركة خيالية' }, kind: 'company' },
    });
    return body.id;
  }

  representativeOf(organisationId: string): Promise<SignedInAccount> {
    return signInAs(this.api, {
      grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId } }],
    });
  }

  inviteStaff(body: object = {}, who = this.admin): Promise<TestAnswer<Invitation & Problem>> {
    return who.http('POST', '/accounts/invitations', {
      body: {
        email: this.someone(),
        language: 'fr',
        grants: [{ role: 'verifier', scope: { kind: 'regions', codes: ['MA-01'] } }],
        ...body,
      },
    });
  }

  inviteInvestor(
    organisationId: string,
    who: SignedInAccount,
    body: object = {},
  ): Promise<TestAnswer<Invitation & Problem>> {
    return who.http('POST', `/organisations/${organisationId}/invitations`, {
      body: { email: this.someone(), language: 'ar', ...body },
    });
  }

  accept<Body = Problem>(body: object, headers: Record<string, string> = {}): Promise<TestAnswer<Body>> {
    return this.api.http('POST', '/invitations/acceptance', { body, headers, anonymous: true });
  }

  async send(): Promise<void> {
    const outcomes = await sendIdentityMails(this.api.app, this.api.dataSource);
    expect(outcomes).not.toContainEqual(expect.any(Error));
  }

  /** Sends what waits, and answers the token of the only mail to this address. */
  async tokenFor(address: string): Promise<string> {
    await this.send();
    const [mail, ...others] = await mailFilesTo(this.api.dataDir, address);
    expect(others).toEqual([]);
    if (!mail) throw new Error('no mail');
    return tokenIn(mail);
  }

  /** What the trail says of a request that was refused. */
  async refusalOf({ headers }: TestAnswer<unknown>): Promise<object | null> {
    const [row] = await this.api.dataSource.query<{ payload: object }[]>(
      `SELECT payload FROM audit_entry WHERE request_id = $1 AND action ~ '[.]refused$'`,
      [headers['x-request-id']],
    );
    return row?.payload ?? null;
  }

  /** What the trail says of a record, in order. */
  async actionsOn(subjectId: string): Promise<readonly string[]> {
    const rows = await this.api.dataSource.query<{ action: string }[]>(
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [subjectId],
    );
    return rows.map(({ action }) => action);
  }
}
