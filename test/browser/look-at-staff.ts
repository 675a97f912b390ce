import { countryWide, signInAs } from '../support/accounts';
import { openDraft } from '../support/agreements';
import { type Browsing, ownAddress, startBrowsing } from '../support/browser';
import { type RealRegister, startRealRegister } from '../support/real-register';
import { declaredForms, followLinks, formOf } from './addresses';
import { lookAtAll } from './sights';

jest.setTimeout(3_600_000);

const ROLES = ['officer', 'verifier', 'legal', 'director', 'admin', 'auditor'];

describe('what staff work with', () => {
  let register: RealRegister;
  let browsing: Browsing;
  let account: Awaited<ReturnType<typeof signInAs>>;
  let addresses: string[];

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
    const window = await browsing.open({ account });
    addresses = await followLinks(window, [
      '/staff',
      '/account',
      '/staff/nowhere',
      `/staff/agreements/${id}/draft`,
    ]);
    await window.context.close();
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  it('is all reached by links, but for records that the register does not have yet', () => {
    const found = new Set(addresses.map(formOf));
    expect(declaredForms().filter((form) => !found.has(form))).toEqual(WITHOUT_RECORD);
  });

  it('hinders nobody, in any language, theme and width', async () => {
    expect(await lookAtAll(browsing, addresses, account)).toEqual([]);
  });
});

/** Pages of things that have to be made first; their stories visit them. */
const WITHOUT_RECORD: readonly string[] = [];
