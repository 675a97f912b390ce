import { contactOf } from './report-address';
import { SettingsRefused, loadSettings } from './settings';

describe('the address for reports of errors', () => {
  it.each([
    ['registre@ministere.example', 'mail'],
    ['errors@localhost', 'mail'],
    ['https://ministere.example/erreur?de=registre', 'page'],
  ])('%s is for %s', (address, contact) => {
    expect(contactOf(address)).toBe(contact);
    expect(loadSettings({ REPORT_ERROR_ADDRESS: address }).reportErrorAddress).toBe(address);
  });

  it.each([
    'http://ministere.example',
    'https://someone:secret@ministere.example',
    'javascript:alert(1)',
    'mailto:registre@ministere.example',
    'https://',
    'registre',
    `https://ministere.example/${'a'.repeat(500)}`,
  ])('%s is refused', (address) => {
    expect(contactOf(address)).toBeNull();
    expect(() => loadSettings({ REPORT_ERROR_ADDRESS: address })).toThrow(SettingsRefused);
  });

  it('may be missing', () => expect(loadSettings({}).reportErrorAddress).toBeNull());
});
