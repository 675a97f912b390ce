import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Browsing, Sight, Window } from '../support/browser';
import { FIRST_SIGHT, WINDOWS, lookAt } from './sights';

const SOURCE = join(__dirname, '../../apps/web/src');
const RECORD = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|MIT-\d{4}-\d{4})\b/g;

/** What following links found: every address, and what was wrong at the first look. */
export interface Found {
  readonly addresses: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Every address below `within` that links lead to from these, one for each form: two agreements have the same page. An
 * address with another query is the same page too. Each is looked at on the way.
 */
export async function followLinks(
  browsing: Browsing,
  { from, within, account }: { from: readonly string[]; within: RegExp; account?: Sight['account'] },
): Promise<Found> {
  const waiting = [...from];
  const visited = new Map<string, string>();
  const faults: string[] = [];
  const windows = await Promise.all(
    Array.from({ length: WINDOWS }, () => browsing.open({ ...FIRST_SIGHT, ...(account && { account }) })),
  );
  /** Takes the next address that is new, looks at it, and remembers where it leads. */
  const follow = async (window: Window): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (visited.has(formOf(path))) continue;
      visited.set(formOf(path), path);
      faults.push(...(await lookAt(window, path, FIRST_SIGHT)));
      waiting.push(...(await linksOf(window.page)).filter((link) => within.test(link)));
    }
  };
  // A window that finds nothing waiting may be ahead of one that is about to find something.
  while (waiting.length > 0) await Promise.all(windows.map(follow));
  await Promise.all(windows.map(({ context }) => context.close()));
  return { addresses: [...visited.values()].sort(), faults: faults.sort() };
}

/** What all addresses of one page have in common: identifiers and numbers left out. */
export function formOf(path: string): string {
  const [bare = ''] = path.split(/[?#]/);
  return bare
    .replace(RECORD, ':id')
    .replace(/(\/definitions)\/.+/, '$1/:id')
    .replace(/\/\d+(?=\/|$)/g, '/:id')
    .replace(/\/$/, '');
}

/** Addresses below the language of this page that its links name; those of a specimen lead nowhere. */
async function linksOf(page: Page): Promise<string[]> {
  const addresses = await page.evaluate<string[]>(
    `[...document.querySelectorAll('a[href]:not(.specimen *)')]
      .filter((a) => a.origin === location.origin && !a.download && !a.hreflang)
      .map((a) => a.pathname + a.search)`,
  );
  return addresses
    .filter((address) => /^\/en(?:\/|$)/.test(address))
    .map((address) => address.replace(/^\/en/, ''));
}

/** Areas whose pages lie below an address of their own; those of all others lie below `/staff`. */
const OWN_ROOTS = ['account', 'portal'];

/**
 * Forms of all addresses that areas behind the sign-in declare below a root, `/staff`: `<Route path="agreements/:id">`.
 */
export function declaredForms(...roots: readonly string[]): RegExp[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /-pages\.tsx$/.test(name) && !name.startsWith('logging'))
    .flatMap((name) => {
      const area = OWN_ROOTS.find((each) => name.startsWith(`${each}/`)) ?? 'staff';
      const root = `/${area}`;
      if (!roots.includes(root)) return [];
      const paths = [...readFileSync(join(SOURCE, name), 'utf8').matchAll(/<Route path="([^"*]+)"/g)];
      return paths.map(([, path = '']) => `${root}/${path}`.replace(/:\w+/g, '[^/]+'));
    })
    .sort()
    .map((form) => new RegExp(`^${form}$`));
}
