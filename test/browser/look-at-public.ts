import { type Browsing, ownAddress, startBrowsing } from '../support/browser';
import { type RealRegister, startRealRegister } from '../support/real-register';
import { followLinks } from './addresses';
import { lookAtAll } from './sights';

jest.setTimeout(1_800_000);

describe('what everybody reads', () => {
  let register: RealRegister;
  let browsing: Browsing;
  let addresses: string[];

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startRealRegister(address);
    browsing = await startBrowsing(register.api, address);
    const window = await browsing.open();
    addresses = await followLinks(window, [
      '',
      '/sign-in',
      '/password-reset',
      '/invitation',
      '/nowhere',
      '/design',
    ]);
    await window.context.close();
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  it('is found by links', () => {
    const found = addresses.map((path) => path.split(/[/?]/)[1] ?? '');
    expect(found).toEqual(
      expect.arrayContaining(['', 'agreements', 'commitments', 'totals', 'definitions', 'about']),
    );
  });

  it('hinders nobody, in any language, theme and width', async () => {
    expect(await lookAtAll(browsing, addresses, undefined)).toEqual([]);
  });
});
