import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TOKENS = join(__dirname, '../../apps/web/src/ui/tokens.css');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Least contrast (WCAG 2.2): of text 4.5 (1.4.3), of edges and marks that tell something 3 (1.4.11). */
const TEXT = 4.5;
const MARK = 3;

/** Every pair that text, edges and marks stand in: foreground, ground, least contrast. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['ground', 'ground-raised', 'ground-sunken'].flatMap((ground) => [
    ['ink', ground, TEXT] as const,
    ['ink-muted', ground, TEXT] as const,
    ['accent', ground, TEXT] as const,
    ['accent-strong', ground, TEXT] as const,
    ['late', ground, TEXT] as const,
    ['edge', ground, MARK] as const,
    ['focus', ground, MARK] as const,
  ]),
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-strong', TEXT],
  ['ink', 'accent-ground', TEXT],
  ['ink-muted', 'accent-ground', TEXT],
  ['accent-strong', 'accent-ground', TEXT],
  ['accent', 'accent-ground', MARK],
  ['attention', 'accent-ground', MARK],
  ['ink', 'late-ground', TEXT],
  ['late', 'late-ground', TEXT],
  ['ink', 'attention-ground', TEXT],
  ['attention', 'attention-ground', TEXT],
  ['attention', 'ground', TEXT],
  ['focus', 'focus-ground', MARK],
  ['camera-dark', 'camera-light', MARK],
  ...['bar-1', 'bar-2', 'bar-3'].map((bar) => [bar, 'ground', MARK] as const),
];

describe('the colours of the application', () => {
  const colours = readColours(readFileSync(TOKENS, 'utf8'));

  it('are all held in a pair, but for lines that only divide', () => {
    const held = new Set(PAIRS.flatMap(([mark, ground]) => [mark, ground]));
    expect([...colours.keys()].filter((name) => !held.has(name))).toEqual(['line']);
  });

  it.each(THEMES.flatMap((theme) => PAIRS.map((pair) => [theme, ...pair] as const)))(
    'in the %s theme: %s on %s reaches %d',
    (theme, mark, ground, least) => {
      expect(contrastOf(colourOf(mark, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(least);
    },
  );

  it('knows what contrast is', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  function colourOf(name: string, theme: Theme): string {
    const colour = colours.get(name);
    if (!colour) throw new Error(`tokens.css has no --${name}`);
    return colour[theme];
  }
});

/** Colours by name, each in both themes. */
function readColours(css: string): Map<string, Record<Theme, string>> {
  const found = css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\);/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

/** Contrast of two colours as WCAG 2.2 defines it, from 1 to 21. */
function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
