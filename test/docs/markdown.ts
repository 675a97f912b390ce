import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** The text of a document of the project. */
export function documentText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The cells of the rows of the table under these column titles, backticks taken off. */
export function tableUnder(text: string, ...titles: string[]): string[][] {
  const rows = text.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const head = rows.findIndex((row) => titles.every((title, index) => row[index] === title));
  if (head < 0) throw new Error(`no table under ${titles.join(', ')}`);
  const end = rows.findIndex((row, index) => index > head && row.length === 0);
  return rows
    .slice(head + 2, end < 0 ? undefined : end)
    .map((row) => row.map((cell) => cell.replace(/^`|`$/g, '')));
}
