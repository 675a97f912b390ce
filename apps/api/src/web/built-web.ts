import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Language } from '@app/kernel';
import { findProjectRoot } from '@app/platform';

/** What the web application's half for the server takes and gives: `apps/web/src/entry-server.tsx`. */
export interface PageRequest {
  readonly language: Language;
  readonly url: string;
  readonly publicUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

export interface RenderedPage {
  readonly status: number;
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly description: string | null;
  readonly withoutScript: string;
  readonly markup: string;
  readonly state: object;
}

/** The web application as `npm run build` left it. */
export interface BuiltWeb {
  /** Folder of what browsers load. */
  readonly folder: string;
  /** The document around every page. */
  readonly template: string;
  /** Addresses of what a page in that language needs besides: its sentences, its face. */
  preloadsFor(language: Language): readonly { readonly href: string; readonly as: 'script' | 'font' }[];
  /** Renders one page; the program that does so is loaded at the first. */
  render(request: PageRequest): Promise<RenderedPage>;
}

interface ManifestEntry {
  readonly file: string;
}

/** Finds the built application; null where only the server was built, as in tests of the API alone. */
export function findBuiltWeb(): BuiltWeb | null {
  const folder = join(findProjectRoot(), 'dist/web/client');
  const program = join(folder, '../server/entry-server.cjs');
  const document = join(folder, 'index.html');
  if (!existsSync(document) || !existsSync(program)) return null;
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >;
  const sentences = (language: Language) => manifest[`src/i18n/public/${language}.ts`]?.file;
  const face = (name: string) =>
    Object.entries(manifest).find(([source]) => source.endsWith(`${name}-wght-normal.woff2`))?.[1].file;
  return {
    folder,
    template: readFileSync(document, 'utf8'),
    preloadsFor: (language) => [
      ...linkTo(sentences(language), 'script'),
      ...linkTo(face(language === 'ar' ? 'noto-naskh-arabic-arabic' : 'source-sans-3-latin'), 'font'),
    ],
    render: (request) => loadProgram(program).renderPage(request),
  };
}

function linkTo(file: string | undefined, as: 'script' | 'font'): { href: string; as: 'script' | 'font' }[] {
  return file === undefined ? [] : [{ href: `/${file}`, as }];
}

interface WebProgram {
  renderPage(request: PageRequest): Promise<RenderedPage>;
}

/** The server's half is one CommonJS file, built apart: it is required when the first page is asked for, and then kept. */
function loadProgram(file: string): WebProgram {
  return createRequire(__filename)(file) as WebProgram;
}
