import type { Language } from '@app/kernel';
import { LANGUAGES } from '@app/kernel';
import type { BuiltWeb, RenderedPage } from './built-web';

/** Puts a rendered page into the document: language and direction, title, what to load early, markup and state. */
export function documentOf(
  web: BuiltWeb,
  page: RenderedPage,
  address: { readonly language: Language; readonly publicUrl: string; readonly path: string },
): string {
  const { language } = address;
  const parts: Readonly<Record<string, string>> = {
    '<html lang="en" dir="ltr">': `<html lang="${language}" dir="${page.direction}">`,
    '<!--head-->': headOf(web, page, address),
    '<!--page-->': page.markup,
    '<!--state-->': `${withoutScript(page)}<script type="application/json" id="state">${asScript(page.state)}</script>`,
  };
  return Object.entries(parts).reduce((text, [mark, part]) => replaceOnce(text, mark, part), web.template);
}

function headOf(
  web: BuiltWeb,
  { title, description }: RenderedPage,
  { language, publicUrl, path }: { language: Language; publicUrl: string; path: string },
): string {
  const lines = [
    `<title>${asText(title)}</title>`,
    ...(description === null ? [] : [`<meta name="description" content="${asText(description)}" />`]),
    ...LANGUAGES.map(
      (each) => `<link rel="alternate" hreflang="${each}" href="${asText(`${publicUrl}/${each}${path}`)}" />`,
    ),
    ...web
      .preloadsFor(language)
      .map(({ href, as }) =>
        as === 'script'
          ? `<link rel="modulepreload" crossorigin href="${href}" />`
          : `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}" />`,
      ),
  ];
  return lines.join('\n    ');
}

function withoutScript({ withoutScript: sentence, markup }: RenderedPage): string {
  return markup === '' ? `<noscript><p class="page">${asText(sentence)}</p></noscript>` : '';
}

function replaceOnce(text: string, mark: string, part: string): string {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the built document has no ${mark}`);
  return text.slice(0, at) + part + text.slice(at + mark.length);
}

function asText(text: string): string {
  const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}

/** JSON inside a script element: nothing in it can end the element. */
function asScript(state: object): string {
  return JSON.stringify(state)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
