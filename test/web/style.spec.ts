import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const SOURCE = join(__dirname, '../../apps/web/src');

/** Properties that name a side of the screen, which is another side in Arabic; and values that do. */
const SIDES =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right|top|bottom)\b|(?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))/;

/** Colours that stand outside the tokens, where no proof of contrast looks. */
const COLOURS = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab)\(/i;

function faultsOf(css: string, name: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return plain
    .split('\n')
    .filter((line) => !line.trim().startsWith('@'))
    .flatMap((line) => [
      ...(SIDES.test(line) ? [`${name}: names a side: ${line.trim()}`] : []),
      ...(COLOURS.test(line) && !name.endsWith('tokens.css') && !/backdrop|rgb\(0 0 0 \/ /.test(line)
        ? [`${name}: a colour outside the tokens: ${line.trim()}`]
        : []),
    ]);
}

describe('the style of the application', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });

  it('names no side of the screen and no colour of its own', () => {
    const sheets = files.filter((name) => name.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets.flatMap((name) => faultsOf(readFileSync(join(SOURCE, name), 'utf8'), name))).toEqual([]);
  });

  it.each([
    '.a { margin-left: 1px; }',
    '.a { left: 0; }',
    '.a { text-align: right; }',
    '.a { width: 3rem; }',
    '.a { color: #123456; }',
  ])('would find %s', (css) => {
    expect(faultsOf(css, 'x.css')).toHaveLength(1);
  });

  it.each(['.a { margin-inline-start: 1px; }', '.a { color: var(--ink); }', '.a { line-height: 1.5; }'])(
    'lets %s stand',
    (css) => expect(faultsOf(css, 'x.css')).toEqual([]),
  );

  it('shows every component on the page of components', () => {
    const components = readdirSync(join(SOURCE, 'ui'))
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => basename(name, '.tsx'));
    const shown = readdirSync(join(SOURCE, 'ui/showcase'))
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => [
        ...readFileSync(join(SOURCE, 'ui/showcase', name), 'utf8').matchAll(/from '\.\.\/([\w-]+)'/g),
      ])
      .map(([, name]) => name);
    expect(components.filter((name) => !shown.includes(name))).toEqual([]);
  });
});
