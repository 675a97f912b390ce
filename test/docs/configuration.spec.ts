import { SECRET_SETTINGS } from '../../libs/platform/src/config/secret-files';
import { SETTING_NAMES, loadSettings } from '../../libs/platform/src/config/settings';
import { documentText, tableUnder } from './markdown';

const rows = tableUnder(documentText('README.md'), 'Setting', 'Default', 'Meaning');
const bySetting = rows.map(([name = '', shown = '', meaning = '']) => ({ name, shown, meaning }));

describe("the README's configuration table", () => {
  it('has every setting and nothing else', () => {
    expect(bySetting.map(({ name }) => name).sort()).toEqual([...SETTING_NAMES].sort());
  });

  it.each(bySetting.filter(({ shown }) => shown !== '–'))('shows the default of $name', ({ name, shown }) => {
    expect(loadSettings({ [name]: shown.replace('<PORT>', '3000') })).toEqual(loadSettings({}));
  });

  it.each(bySetting.filter(({ shown }) => shown === '–'))('$name has no default', ({ name }) => {
    const property = name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const settings = loadSettings({}) as unknown as Record<string, unknown>;
    expect(settings[property] || null).toBeNull();
  });

  it.each(bySetting)('says what $name is', ({ meaning }) => expect(meaning.length).toBeGreaterThan(10));
});

describe('secrets from files', () => {
  it.each(['README.md', '.env.example'])('are listed in %s', (document) => {
    const files = new Set(documentText(document).match(/[A-Z_]+_FILE\b/g));
    for (const madeWhenNeeded of ['AUDIT_SIGNING_KEY_FILE', 'SECOND_FACTOR_KEY_FILE'])
      files.delete(madeWhenNeeded);
    expect([...files].sort()).toEqual(SECRET_SETTINGS.map((name) => `${name}_FILE`).sort());
  });
});
