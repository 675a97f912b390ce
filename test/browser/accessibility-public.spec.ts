import { type Browsing, ownAddress, startBrowsing } from '../support/browser';
import { type RealRegister, startRealRegister } from '../support/real-register';
import { type Found, followLinks } from './addresses';
import { lookAtAll } from './sights';

jest.setTimeout(1_800_000);

const FROM = ['', '/sign-in', '/password-reset', '/invitation', '/nowhere', '/design'];
const OF_EVERYBODY = /^(?!\/(?:staff|account)(?:\/|$))/;

describe('what everybody reads', () => {
  let register: RealRegister;
  let browsing: Browsing;
  let found: Found;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startRealRegister(address);
    browsing = await startBrowsing(register.api, address);
    found = await followLinks(browsing, { from: FROM, within: OF_EVERYBODY });
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  it('is found by links', () => {
    const areas = found.addresses.map((path) => path.split(/[/?]/)[1] ?? '');
    expect(areas).toEqual(
      expect.arrayContaining([
        '',
        'agreements',
        'commitments',
        'totals',
        'progress',
        'national',
        'definitions',
        'about',
      ]),
    );
  });

  it('hinders nobody', () => {
    expect(found.faults).toEqual([]);
  });

  it('hinders nobody in any other language, theme and width', async () => {
    expect(await lookAtAll(browsing, found.addresses, undefined)).toEqual([]);
  });
});
