import { FindDuplicates } from '@app/agreements';
import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { openDraft } from '../support/agreements';
import type { TestApi } from '../support/application';
import { type Browsing, ownAddress, startBrowsing } from '../support/browser';
import { type RealRegister, startRealRegister } from '../support/real-register';
import { jobs, promisedByOwn } from '../support/reporting';
import { type Found, declaredForms, followLinks } from './addresses';
import { lookAtAll } from './sights';

jest.setTimeout(3_600_000);

const ROLES = ['officer', 'verifier', 'legal', 'director', 'admin', 'auditor'];
const BEHIND_THE_SIGN_IN = /^\/(?:staff|account)(?:\/|$)/;

/** Lists that the home page leads to when there is something in them. */
const LISTS = ['/staff/deadlines/late', '/staff/deadlines/due'];

describe('what staff work with', () => {
  let register: RealRegister;
  let browsing: Browsing;
  let account: SignedInAccount;
  let found: Found;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startRealRegister(address);
    browsing = await startBrowsing(register.api, address);
    account = await signInAs(register.api, {
      grants: ROLES.map(countryWide),
      name: 'Fictional holder of every role',
    });
    const id = register.idOf('MA-2025-001');
    await openDraft(account, id, 'clerical', 'spelling');
    const begun = await recordTheRest(register, account);
    found = await followLinks(browsing, {
      from: [
        ...['/staff', '/account', '/staff/nowhere', `/staff/agreements/${id}/draft`, ...LISTS],
        `/staff/reports/${begun}/write`,
      ],
      within: BEHIND_THE_SIGN_IN,
      account,
    });
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  it('is all reached by links', () => {
    const reached = found.addresses.map((path) => path.split(/[?#]/)[0] ?? '');
    const forms = declaredForms('/staff', '/account');
    expect(forms.filter((form) => !reached.some((path) => form.test(path)))).toEqual([]);
  });

  it('hinders nobody', () => {
    expect(found.faults).toEqual([]);
  });

  it('hinders nobody in any other language, theme and width', async () => {
    expect(await lookAtAll(browsing, found.addresses, account)).toEqual([]);
  });
});

/**
 * What the first content of a register does not hold, so that each kind of page has a record.
 * @returns the id of a report that is being written
 */
async function recordTheRest({ api }: RealRegister, account: SignedInAccount): Promise<string> {
  await api.app.get(FindDuplicates).compareNew();
  const record = async (path: string, body: object, who = account) => {
    const { status, body: answer } = await who.http('POST', path, { body });
    if (status !== 201 && status !== 202) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  };
  await record('/accounts/invitations', {
    email: 'fictional.colleague@ministry.test',
    language: 'fr',
    grants: [countryWide('officer')],
  });
  await record('/data-requests', {
    kind: 'access',
    requester: { name: 'Fictional requester' },
    receivedOn: '2026-11-02',
  });
  await record('/audit/verifications', {});
  const [owed] = await api.dataSource.query<{ id: string; organisation_id: string }[]>(
    `SELECT c.id, p.organisation_id FROM commitment c JOIN party p ON p.id = c.obligor_party_id
     WHERE p.organisation_id IS NOT NULL ORDER BY c.id LIMIT 1`,
  );
  const representative = await signInAs(api, {
    grants: [
      {
        role: 'investor_representative',
        scope: { kind: 'organisation', organisationId: owed?.organisation_id ?? '' },
      },
    ],
  });
  const later = { what: 'deadline', proposed: { deadline: '2031' }, reason: 'A fictional reason' };
  await record(`/commitments/${owed?.id}/change-requests`, later, representative);
  return submitReport(api, account);
}

/** A report of a fictional company that waits for a decision, and one of another period that is being written. */
async function submitReport(api: TestApi, account: SignedInAccount): Promise<string> {
  const company = { names: { en: 'A fictional company' }, kind: 'company' };
  const { body } = await account.http<{ id: string }>('POST', '/organisations', { body: company });
  const register = { api, staff: { director: account }, own: body.id };
  const { commitments } = await promisedByOwn(register, [jobs('c1', 200)]);
  const representative = await signInAs(api, {
    grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId: body.id } }],
  });
  const begin = (periodUntil: string) =>
    representative.http<{ id: string; revision: number }>('POST', `/commitments/${commitments[0]}/reports`, {
      body: { periodUntil },
    });
  const begun = await begin('2026-10-01');
  const report = `/reports/${begun.body.id}`;
  const evidence = [{ figure: 'value', kind: 'none' }];
  const saved = await representative.http<{ revision: number }>('PATCH', report, {
    headers: { 'if-match': `"${begun.body.revision}"` },
    body: { value: 40, evidence },
  });
  const { status } = await representative.http('POST', `${report}/transitions`, {
    headers: { 'if-match': `"${saved.body.revision}"` },
    body: { action: 'submit' },
  });
  if (status !== 200) throw new Error(`the report was not submitted: ${status}`);
  return (await begin('2026-11-01')).body.id;
}
