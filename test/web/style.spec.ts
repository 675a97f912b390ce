import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const SOURCE = join(__dirname, '../../apps/web/src');

/** Properties that name a side of the screen, which is another side in Arabic; and values that do. */
const SIDES =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right|top|bottom)\b|(?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))/;

/** Colours that stand outside the tokens, where no proof of contrast looks. */
const COLOURS = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab)\(/i;

/** The same by name. `transparent`, `currentcolor` and the colours of the system are no colours of their own. */
const NAMED_COLOURS =
  /:[^;{]*(?<![\w-])(?:aqua|aquamarine|azure|beige|bisque|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gr[ae]y|green|indigo|ivory|khaki|lavender|lime|linen|magenta|maroon|navy|olive|orange|orchid|peru|pink|plum|purple|red|salmon|sienna|silver|snow|tan|teal|thistle|tomato|turquoise|violet|wheat|white|yellow|(?:alice|antique|blanched|burly|cadet|chart|cornflower|dark|deep|dim|dodger|fire|floral|forest|ghost|hot|lawn|lemon|light|medium|midnight|mint|misty|navajo|old|pale|papaya|peach|powder|rebecca|rosy|royal|saddle|sandy|sea|sky|slate|spring|steel)[a-z]+)(?![\w-])/i;

/** Four values go round the box by its sides, so the second and the fourth change places in Arabic. */
const FOUR_SIDES =
  /(?:^|[\s;{])(?:margin|padding|inset|border-(?:width|style|color|radius)|scroll-(?:margin|padding))\s*:\s*((?:[^\s;()]+|[\w-]*\([^;)]*\))\s+){3}[^\s;]/;

function faultsOf(css: string, name: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return plain
    .split('\n')
    .filter((line) => !line.trim().startsWith('@'))
    .flatMap((line) => [
      ...(SIDES.test(line) ? [`${name}: names a side: ${line.trim()}`] : []),
      ...(FOUR_SIDES.test(line) ? [`${name}: goes round the sides: ${line.trim()}`] : []),
      ...(NAMED_COLOURS.test(line) ? [`${name}: a colour by its name: ${line.trim()}`] : []),
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
    '.a { color: white; }',
    '.a { border: 1px solid DarkSlateGrey; }',
    '.a { padding: 1px 2px 3px 4px; }',
    '.a { margin: 0 var(--s2) 0 calc(var(--s2) * 2); }',
    '.a { border-radius: 4px 0 0 4px; }',
  ])('would find %s', (css) => {
    expect(faultsOf(css, 'x.css')).toHaveLength(1);
  });

  it.each([
    '.a { margin-inline-start: 1px; }',
    '.a { color: var(--ink); }',
    '.a { line-height: 1.5; }',
    '.a { padding: 1px 2px 3px; }',
    '.a { white-space: nowrap; }',
    '.a { fill: currentcolor; }',
    '.a { background: var(--ground-raised); }',
  ])('lets %s stand', (css) => expect(faultsOf(css, 'x.css')).toEqual([]));

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
