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
