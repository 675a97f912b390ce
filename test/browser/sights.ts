import { type Browsing, type Sight, accessibilityFaults, isCutOff } from '../support/browser';
import { combinations, pairwise } from './pairwise';

const KINDS = { language: ['ar', 'fr', 'en'], theme: ['light', 'dark'], width: [320, 768, 1280] } as const;

/** How many windows look at once: a page waits for the register more than it works. */
const WINDOWS = 3;

/**
 * Looks at each address in every language, theme and width, so that each pair of two kinds meets, addresses being one
 * kind; with `EVERY_SIGHT=1` in all combinations. Answers what axe found and what is cut off, a line each.
 */
export async function lookAtAll(
  browsing: Browsing,
  addresses: readonly string[],
  account: Sight['account'],
): Promise<string[]> {
  const kinds = { address: addresses, ...KINDS };
  const looks = process.env.EVERY_SIGHT === '1' ? combinations(kinds) : pairwise(kinds);
  const faults: string[] = [];
  const look = async (): Promise<void> => {
    for (let next = looks.shift(); next; next = looks.shift()) {
      const { address, ...sight } = next;
      const { page, visit, complaints, context } = await browsing.open({
        ...sight,
        ...(account ? { account } : {}),
      });
      await visit(address);
      const found = [...(await accessibilityFaults(page)), ...complaints];
      if (await isCutOff(page)) found.push('wider than its window');
      faults.push(...found.map((fault) => `${address} ${JSON.stringify(sight)}: ${fault}`));
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, look));
  return faults.sort();
}
