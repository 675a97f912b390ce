import { type Browsing, type Sight, type Window, accessibilityFaults, isCutOff } from '../support/browser';
import { combinations, pairwise } from './pairwise';

const KINDS = { language: ['ar', 'fr', 'en'], theme: ['light', 'dark'], width: [320, 768, 1280] } as const;

/** How pages are looked at while links are followed. */
export const FIRST_SIGHT = { language: 'en', theme: 'light', width: 1280 } as const;

/** How many windows look at once: a page waits for the register more than it works. */
export const WINDOWS = 3;

/** Shows every component in all languages and both themes at once: one look at it is six. */
const SHOWCASE = '/design';

/** What the showcase cannot help: a component that is a landmark is there six times, under the same name in two. */
const SHOWN_TWICE = /^landmark-unique /;

/**
 * Looks once more at addresses that were seen in the first sight, so that each pair of language, theme, width and
 * address meets; with `EVERY_SIGHT=1` in all combinations. Answers what is wrong, a line each.
 */
export async function lookAtAll(
  browsing: Browsing,
  addresses: readonly string[],
  account: Sight['account'],
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = bySight(addresses);
  const look = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [sight, paths] = next;
      const window = await browsing.open({ ...sight, ...(account && { account }) });
      for (const path of paths) faults.push(...(await lookAt(window, path, sight)));
      await window.context.close();
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, look));
  return faults.sort();
}

/** Goes to an address, and answers what axe finds there, what is cut off and what the browser complains about. */
export async function lookAt(
  { page, visit, complaints }: Window,
  path: string,
  { language, theme, width }: Sight,
): Promise<string[]> {
  const before = complaints.length;
  const found: string[] = [];
  try {
    await visit(path);
    found.push(...(await accessibilityFaults(page)));
    if (await isCutOff(page)) found.push('wider than its window');
  } catch (error) {
    found.push(`does not stand: ${error instanceof Error ? error.message : String(error)}`);
  }
  return [...found, ...complaints.slice(before)]
    .filter((fault) => path !== SHOWCASE || !SHOWN_TWICE.test(fault))
    .map((fault) => `${path} (${language}, ${theme}, ${width}): ${fault}`);
}

/** Which addresses are looked at in which language, theme and width, the busiest sight first. */
function bySight(addresses: readonly string[]): [Sight, string[]][] {
  const kinds = { address: addresses.filter((address) => address !== SHOWCASE), ...KINDS };
  const seen = kinds.address.map((address) => ({ address, ...FIRST_SIGHT }));
  const looks = process.env.EVERY_SIGHT === '1' ? combinations(kinds) : pairwise(kinds, seen);
  const showcase = addresses.includes(SHOWCASE)
    ? [{ address: SHOWCASE, ...FIRST_SIGHT, width: 320 } as const]
    : [];
  const sights = new Map<string, string[]>();
  for (const { address, ...sight } of [...looks, ...showcase]) {
    const written = JSON.stringify(sight);
    sights.set(written, [...(sights.get(written) ?? []), address]);
  }
  return [...sights]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([written, paths]) => [JSON.parse(written) as Sight, paths]);
}
