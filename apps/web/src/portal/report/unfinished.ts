import { FIXED_PARTS, type TypedBreakdown, pathOf } from './breakdowns';
import { type ReportTyped, pathOfObstacle } from './report-draft';

/** What was typed and is not sent as it stands: by the field in which it stands, and what is missing. */
export interface Unfinished {
  readonly field: string;
  /** A figure that was not understood, or a duty of the State without a word about it. */
  readonly what: 'figure' | 'words';
}

/** What has to be completed or taken out before a report is attested: nothing that was typed is left out silently. */
export function unfinishedOf(
  { breakdowns, obstacles }: Pick<ReportTyped, 'breakdowns' | 'obstacles'>,
  unread: Readonly<Record<string, string>>,
): Unfinished[] {
  const figures = Object.keys(unread).map((path) => fieldOfUnread(path, breakdowns));
  const wordless = obstacles.flatMap(({ text, commitmentId }, at) =>
    commitmentId !== null && text.trim() === '' ? [`${pathOfObstacle(obstacles, at)}.text`] : [],
  );
  return [
    ...figures.map((field): Unfinished => ({ field, what: 'figure' })),
    ...wordless.map((field): Unfinished => ({ field, what: 'words' })),
  ];
}

/** In which field a figure stands that was not understood; rows of sites and regions are kept by their place. */
function fieldOfUnread(path: string, breakdowns: readonly TypedBreakdown[]): string {
  const breakdown = breakdowns.find(({ by }) => path.startsWith(`breakdown.${by}.`));
  if (breakdown === undefined) return path;
  const { by, parts } = breakdown;
  const at = path.slice(`breakdown.${by}.`.length);
  const key = FIXED_PARTS[by] === null ? (parts[Number(at)]?.key ?? '') : at;
  return key === '' ? `${path}.value` : `${pathOf(breakdowns, by, key)}.value`;
}
