import { digestOf } from './session-token';
import { freshLink, linkAddress } from './single-use-link';

const NOW = new Date('2026-11-23T10:00:00Z');

describe('a link that works once', () => {
  it('lives as long as its purpose takes', () => {
    expect(freshLink('password_reset', NOW).expiresAt).toEqual(new Date('2026-11-23T10:30:00Z'));
    expect(freshLink('invitation', NOW).expiresAt).toEqual(new Date('2026-11-30T10:00:00Z'));
  });

  it('is kept by its digest only', () => {
    const { token, tokenSha256 } = freshLink('invitation', NOW);
    expect(digestOf(token)).toEqual(tokenSha256);
    expect(freshLink('invitation', NOW).token).not.toBe(token);
  });

  it('carries its token behind the hash mark', () => {
    const { token } = freshLink('invitation', NOW);
    const address = new URL(linkAddress('https://mithaq.test/', 'invitation', token));
    expect([address.pathname, address.hash]).toEqual(['/invitation', `#${token}`]);
  });
});
