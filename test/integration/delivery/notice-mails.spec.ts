import { SendReplyNotice } from '@app/delivery';
import { Outbox } from '@app/platform';
import type { Refused } from '../../support/legal-life';
import { type MailServer, startMailServer } from '../../support/mail-server';
import {
  type ReportingRegister,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

interface Notice {
  readonly id: string;
  readonly mailState: string | null;
  readonly sentOn: string;
  readonly repliesUntil: string;
}

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';
const PAST = { deadline: { stated: '2026-01-31' } };

describe('a notice by mail', () => {
  let mails: MailServer;
  let register: ReportingRegister;
  let staff: ReportingRegister['staff'];

  beforeAll(async () => {
    mails = await startMailServer();
    register = await startReporting(START, { SMTP_URL: mails.url });
    ({ staff } = register);
  }, PATIENCE);
  beforeEach(async () => {
    mails.refuse(null);
    mails.taken.length = 0;
    await nightOf(register, START);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
    await mails.close();
  });

  async function reachable(contacts: readonly object[]): Promise<void> {
    const path = `/organisations/${register.own}`;
    const { headers } = await staff.officer.http('GET', path);
    const changed = await staff.officer.http('PATCH', path, {
      headers: { 'if-match': String(headers.etag) },
      body: { reportingContacts: contacts },
    });
    expect([changed.status, changed.body]).toEqual([200, expect.anything()]);
  }
  const notify = (commitment: string | undefined, change: object = {}) =>
    staff.officer.http<Notice & Refused>('POST', `/commitments/${commitment}/notices`, {
      body: { word: 'closed_not_met', channel: 'mail', ...change },
    });
  const read = async (id: string) => (await staff.officer.http<Notice>('GET', `/notices/${id}`)).body;

  /** Does the mails that wait, as a relay and a queue would; answers what each failed with. */
  async function deliver(instant: string): Promise<(Error | null)[]> {
    await nightOf(register, instant);
    const rows = await register.api.dataSource.query<
      { id: string; payload: { noticeId: string; happenedAt: string } }[]
    >(`SELECT id, payload FROM outbox WHERE job = 'delivery.send_reply_notice' AND available_at <= $1`, [
      instant,
    ]);
    const outcomes: (Error | null)[] = [];
    for (const { id, payload } of rows) {
      outcomes.push(
        await register.api.app
          .get(SendReplyNotice)
          .execute(payload, register.api.app.get(Outbox).deliveryOf(id))
          .then(() => null)
          .catch((error: Error) => error),
      );
    }
    return outcomes;
  }

  it('goes out to the contacts in their language, and its time runs from when the server took it', async () => {
    const { commitments } = await promisedByOwn(register, [jobs('c1', 200, PAST)]);
    await reachable([]);
    expect((await notify(commitments[0])).body.code).toBe('notice_needs_address');
    await reachable([
      { email: 'direction@societe.test', language: 'fr' },
      { email: 'idara@sharika.test', language: 'ar' },
    ]);
    const dated = await notify(commitments[0], { sentOn: '2026-02-02' });
    expect(dated.body.errors.map(({ code }) => code)).toEqual(['mail_goes_out_now']);
    const { status, body } = await notify(commitments[0]);
    expect([status, body.mailState, body.sentOn]).toEqual([201, 'waiting', '2026-02-10']);
    mails.refuse({ code: 450, text: 'later' });
    expect(await deliver('2026-02-11T10:00:00Z')).toEqual([expect.any(Error)]);
    expect((await read(body.id)).mailState).toBe('waiting');
    mails.refuse(null);
    expect(await deliver('2026-02-12T10:00:00Z')).toEqual([null]);
    expect(await read(body.id)).toMatchObject({
      ...{ mailState: 'sent', sentOn: '2026-02-12', repliesUntil: '2026-02-26' },
    });
    expect(mails.taken.map(({ to }) => to?.map(({ address }) => address)).sort()).toEqual([
      ['direction@societe.test'],
      ['idara@sharika.test'],
    ]);
    const french = mails.taken.find(({ to }) => to?.[0]?.address === 'direction@societe.test');
    expect(french?.text).toContain('non tenu');
    expect(french?.text).toContain('26 février 2026');
    expect(await deliver('2026-02-13T10:00:00Z')).toEqual([]);
  });

  it('that no server takes does not count, and another may be given', async () => {
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200, PAST)]);
    await reachable([{ email: 'gone@societe.test', language: 'en' }]);
    const { body } = await notify(commitments[0]);
    mails.refuse({ code: 550, text: 'no such user' });
    expect(await deliver('2026-02-11T10:00:00Z')).toEqual([null]);
    expect((await read(body.id)).mailState).toBe('failed');
    await nightOf(register, '2026-03-20T10:00:00Z');
    const decide = () =>
      register.api.dataSource.query(
        `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by, recorded_on, recorded_at)
         VALUES (gen_random_uuid(), $1, $2, 'closed_not_met', 'a test', '2026-03-20', 'x', '2026-03-20', '2026-03-20')`,
        [id, commitments[0]],
      );
    await expect(decide()).rejects.toThrow('could not reply yet');
    const letter = await notify(commitments[0], { channel: 'letter', sentOn: '2026-02-09' });
    expect([letter.status, letter.body.mailState]).toEqual([201, null]);
    await expect(decide()).resolves.toBeDefined();
  });
});
