import type { SignedInAccount } from '../support/accounts';
import { type Browsing, ownAddress, startBrowsing } from '../support/browser';
import {
  type ReportingRegister,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../support/reporting';
import { type Found, declaredForms, followLinks } from './addresses';
import { lookAtAll } from './sights';

jest.setTimeout(1_200_000);

const START = '2026-02-10T10:00:00Z';

describe('what an organisation works with', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let account: SignedInAccount;
  let found: Found;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startReporting(START, address);
    browsing = await startBrowsing(register.api, address);
    account = register.representative;
    await nightOf(register, START);
    const past = { deadline: { stated: '2026-01-31' } };
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200), jobs('c2', 90, past)]);
    await arrange(register.staff.officer, id, { rhythm: 'quarterly' });
    await nightOf(register, '2026-04-01T10:00:00Z');
    const notice = { word: 'overdue', channel: 'letter', sentOn: '2026-03-02' };
    const told = await register.staff.officer.http('POST', `/commitments/${commitments[1]}/notices`, {
      body: notice,
    });
    expect(told.status).toBe(201);
    found = await followLinks(browsing, {
      from: ['/portal', '/portal/nowhere'],
      within: /^\/portal(?:\/|$)/,
      account,
    });
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browsing.close();
    await register.api.close();
  });

  it('is all reached by links', () => {
    const reached = found.addresses.map((path) => path.split(/[?#]/)[0] ?? '');
    const forms = declaredForms('/portal');
    expect(forms.filter((form) => !reached.some((path) => form.test(path)))).toEqual([]);
  });

  it('hinders nobody', () => {
    expect(found.faults).toEqual([]);
  });

  it('hinders nobody in any other language, theme and width', async () => {
    expect(await lookAtAll(browsing, found.addresses, account)).toEqual([]);
  });
});
