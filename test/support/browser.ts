import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { findChromium } from '../passes/chromium.cjs';
import type { SignedInAccount } from './accounts';
import type { TestApi } from './application';

// A browser beside a register takes its time on a machine that does other things too.
jest.setTimeout(120_000);

export type PageLanguage = 'ar' | 'fr' | 'en';

/** How a page is looked at. */
export interface Sight {
  readonly language?: PageLanguage;
  readonly theme?: 'light' | 'dark';
  /** Width of the window in pixels. */
  readonly width?: number;
  /** Who is signed in; nobody unless told. */
  readonly account?: Pick<SignedInAccount, 'cookie'>;
  /** Whether scripts run; they do unless told otherwise. */
  readonly script?: boolean;
}

/** A window of the browser with what it complained about. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, refusals of the policy, and failed requests of the page itself, in the order they came. */
  readonly complaints: readonly string[];
  /** Goes to a path below the language, and waits until the page stands. */
  visit(path: string): Promise<void>;
}

/** A browser and the register it looks at. */
export interface Browsing {
  readonly origin: string;
  open(sight?: Sight): Promise<Window>;
  close(): Promise<void>;
}

/** Nothing of the browser's own goes to a network; no sandbox, for tests run as root and look at our pages alone. */
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en'],
];

/** What the test register is to be started with, so that it knows its own address: `startTestApi(await ownAddress())`. */
export async function ownAddress(): Promise<{ PORT: string }> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return { PORT: String(port) };
}

/** Lets the register listen on loopback, and starts the browser. */
export async function startBrowsing(api: TestApi, { PORT }: { readonly PORT: string }): Promise<Browsing> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('no browser: apt-get install chromium fonts-noto-core, or set CHROMIUM');
  await api.app.listen(Number(PORT), '127.0.0.1');
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const origin = `http://127.0.0.1:${PORT}`;
  return {
    origin,
    open: (sight = {}) => openWindow(browser, origin, sight),
    close: () => browser.close(),
  };
}

async function openWindow(browser: Browser, origin: string, sight: Sight): Promise<Window> {
  const { language = 'en', theme = 'light', width = 1280, account, script = true } = sight;
  const context = await browser.newContext({
    baseURL: origin,
    locale: language === 'en' ? 'en-GB' : `${language}-MA`,
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
  });
  if (account) {
    const [name = '', value = ''] = account.cookie.split('=', 2);
    await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // An answer of the API with a refusal is told by the browser too; the page's story says whether it was meant.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? '';
    // A page that is left no longer waits for what it asked.
    if (failure !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${failure}`);
  });
  return {
    page,
    context,
    complaints,
    visit: async (path) => {
      await page.goto(`${origin}/${language}${path}`);
      if (script) await standing(page);
      else await page.locator('h1').first().waitFor();
    },
  };
}

/** Waits until the page shows what it is about: its heading is there and nothing in its main part is on its way. */
export async function standing(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  // By locators: a function that is asked again and again would be evaluated in the page, which its policy refuses.
  const onItsWay = page.locator(':is(.skeleton, .progress-line):not(.specimen *)');
  while ((await onItsWay.count()) > 0) await onItsWay.first().waitFor({ state: 'hidden' });
}

const AXE = require.resolve('axe-core/axe.min.js');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, a line each; none is what we want. Contrast is looked
 * at in English alone: the tokens prove it in both themes, no language has colours of its own, and it takes half the time.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Run by the browser's own debugger, for the page's policy takes no script that it does not serve.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'color-contrast': { enabled: document.documentElement.lang === 'en' } },
      resultTypes: ['violations'],
    })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}

/** Whether the page is wider than its window: at 320 pixels that is what 400 % zoom would cut. */
export async function isCutOff(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
