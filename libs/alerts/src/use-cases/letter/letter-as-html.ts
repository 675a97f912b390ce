import type { Letter, LetterItem } from './compose-letter';
import { ISOLATE, Tongue } from './tongue';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const STYLE = {
  page: 'margin:0;padding:24px;background:#f5f5f2;font-family:"Noto Sans Arabic",Arial,Helvetica,sans-serif;font-size:16px;line-height:1.6;color:#1d2a26',
  sheet: 'max-width:640px;margin:0 auto;padding:32px;background:#ffffff;border-top:4px solid #0b6b4f',
  training: 'margin:0 0 24px;padding:12px 16px;background:#fff4d6;border:1px solid #d9a400',
  item: 'margin:24px 0;padding:16px 20px;border:1px solid #d9ded9',
  title: 'margin:0 0 12px;font-size:18px',
  label:
    'padding:2px 0;padding-inline-end:16px;text-align:start;vertical-align:top;font-weight:normal;color:#5a6963',
  value: 'padding:2px 0;vertical-align:top',
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

/** The letter as HTML without images, scripts or anything fetched from elsewhere. */
export function letterAsHtml(letter: Letter): string {
  const { tongue, training, greeting, opening, items, closing } = letter;
  const direction = tongue.language === 'ar' ? 'rtl' : 'ltr';
  const [thanks, ...footer] = closing;
  return `<!DOCTYPE html>
<html lang="${tongue.language}" dir="${direction}">
<head><meta charset="utf-8"><title>${asHtml(letter.subject)}</title></head>
<body dir="${direction}" style='${STYLE.page}'>
<div style="${STYLE.sheet}">
${training ? `<p style="${STYLE.training}"><strong>${asHtml(training)}</strong></p>` : ''}
<p>${asHtml(greeting)}</p>
<p>${asHtml(opening)}</p>
${items.map((item) => itemAsHtml(item, tongue)).join('\n')}
<p>${asHtml(thanks ?? '')}</p>
${footer.map((line) => `<p style="${STYLE.small}">${asHtml(line)}</p>`).join('\n')}
</div>
</body>
</html>
`;
}

function itemAsHtml({ title, lines, link, why }: LetterItem, tongue: Tongue): string {
  const rows = lines.map(
    ({ label, value }) =>
      `<tr><th scope="row" style="${STYLE.label}">${asHtml(label)}</th><td style="${STYLE.value}"><bdi>${asHtml(value)}</bdi></td></tr>`,
  );
  return `<section style="${STYLE.item}">
<h2 style="${STYLE.title}"><bdi>${asHtml(title)}</bdi></h2>
<table role="presentation" cellspacing="0" cellpadding="0">
${rows.join('\n')}
</table>
<p><a href="${asHtml(link)}" style="${STYLE.link}">${asHtml(tongue.phrase('mail_label_link'))}</a></p>
<p style="${STYLE.small}">${asHtml(tongue.phrase('mail_label_value', { label: tongue.phrase('mail_label_why'), value: why }))}</p>
</section>`;
}
