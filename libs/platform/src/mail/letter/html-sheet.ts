import { ISOLATE, type Tongue } from './tongue';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const PAGE =
  'margin:0;padding:24px;background:#f5f5f2;font-family:"Noto Sans Arabic",Arial,Helvetica,sans-serif;font-size:16px;line-height:1.6;color:#1d2a26';
const SHEET = 'max-width:640px;margin:0 auto;padding:32px;background:#ffffff;border-top:4px solid #0b6b4f';
const TRAINING = 'margin:0 0 24px;padding:12px 16px;background:#fff4d6;border:1px solid #d9a400';

/** How a letter looks that is not only a row of paragraphs. */
export const LETTER_STYLE = {
  link: 'color:#0b6b4f;font-weight:bold',
  small: 'margin:8px 0 0;font-size:13px;color:#5a6963',
} as const;

/** Text for HTML: everything that could be markup is escaped, isolating marks become `<bdi>`. */
export function asHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replaceAll(ISOLATE.begins, '<bdi>')
    .replaceAll(ISOLATE.ends, '</bdi>');
}

export interface HtmlSheet {
  readonly tongue: Tongue;
  readonly subject: string;
  /** The sentence about the training clock while one runs. */
  readonly training: string | null;
  /** The letter itself, as HTML. */
  readonly content: readonly string[];
}

/** A letter as HTML in its language and direction, without images, scripts or anything fetched from elsewhere. */
export function htmlSheet({ tongue, subject, training, content }: HtmlSheet): string {
  const direction = tongue.language === 'ar' ? 'rtl' : 'ltr';
  return `<!DOCTYPE html>
<html lang="${tongue.language}" dir="${direction}">
<head><meta charset="utf-8"><title>${asHtml(subject)}</title></head>
<body dir="${direction}" style='${PAGE}'>
<div style="${SHEET}">
${training ? `<p style="${TRAINING}"><strong>${asHtml(training)}</strong></p>` : ''}
${content.join('\n')}
</div>
</body>
</html>
`;
}
