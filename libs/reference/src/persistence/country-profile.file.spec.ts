import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCountryProfile } from './country-profile.file';

describe('reading a country profile', () => {
  it('finds Morocco by its name', () => {
    const morocco = readCountryProfile('ma');
    expect(morocco).toMatchObject({
      code: 'ma',
      currency: 'MAD',
      timeZone: 'Africa/Casablanca',
      weekend: [6, 7],
      defaultLanguage: 'fr',
    });
    expect(morocco.folder).toMatch(/libs\/reference\/profiles\/ma$/);
  });

  it('finds another country by the path of its folder', () => {
    expect(readCountryProfile('test/support/profiles/nuria')).toMatchObject({
      weekend: [5, 6],
      currency: 'NUR',
    });
  });

  it('refuses a name without a folder', () => {
    expect(() => readCountryProfile('nowhere')).toThrow(
      /nowhere\/profile\.json cannot be used: it cannot be read/,
    );
  });

  it('refuses what is not JSON', () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    writeFileSync(join(folder, 'profile.json'), '{');
    expect(() => readCountryProfile(folder)).toThrow(/it is not JSON/);
    rmSync(folder, { recursive: true });
  });
});
