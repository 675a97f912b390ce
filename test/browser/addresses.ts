import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Window } from '../support/browser';

const SOURCE = join(__dirname, '../../apps/web/src');
const RECORD = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|MIT-\d{4}-\d{4})\b/g;

/**
 * Every address that links lead to from these, one for each form: two agreements have the same page. An address with
 * another query is the same page too.
 */
export async function followLinks({ page, visit }: Window, from: readonly string[]): Promise<string[]> {
  const waiting = [...from];
  const visited = new Map<string, string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const form = formOf(path);
    if (visited.has(form)) continue;
    visited.set(form, path);
    await visit(path);
    waiting.push(...(await linksOf(page)).filter((link) => !visited.has(formOf(link))));
  }
  return [...visited.values()];
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

/** Addresses below the language of this page that its links name. */
async function linksOf(page: Page): Promise<string[]> {
  const addresses = await page.evaluate<string[]>(
    `[...document.querySelectorAll('a[href]')].filter((a) => a.origin === location.origin && !a.download && !a.hreflang)
      .map((a) => a.pathname + a.search)`,
  );
  return addresses
    .filter((address) => /^\/en(?:\/|$)/.test(address))
    .map((address) => address.replace(/^\/en/, ''));
}

/** Forms of all addresses that the areas behind the sign-in declare: `<Route path="agreements/:id/review">`. */
export function declaredForms(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /-pages\.tsx$/.test(name) && !name.startsWith('logging'))
    .flatMap((name) => {
      const root = name.startsWith('account') ? '/account' : '/staff';
      const paths = [...readFileSync(join(SOURCE, name), 'utf8').matchAll(/<Route path="([^"*]+)"/g)];
      return paths.map(([, path = '']) => `${root}/${path}`.replace(/:\w+/g, ':id'));
    })
    .sort();
}
