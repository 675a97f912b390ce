import { parseArgs } from 'node:util';
import { CalendarDate, daysBetween, parseCalendarDate } from '@app/kernel';
import { StartRefused } from '../refusal';

const USAGE = 'npm run rehearse -- --from 2026-12-01 --until 2030-01-31 [--json]';

/** Longest period rehearsed at once: a term of the state's plans and more. */
const MOST_DAYS = 366 * 30;

export interface RehearsalPeriod {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly asJson: boolean;
}

/** Reads the arguments of the command. @throws StartRefused with one sentence on what is wrong. */
export function rehearsalPeriodOf(args: string[]): RehearsalPeriod {
  const { from, until, json = false } = optionsOf(args);
  const first = dateOf('--from', from);
  const last = dateOf('--until', until);
  if (last < first) throw new StartRefused(`--until ${last} is before --from ${first}.`);
  if (daysBetween(first, last) > MOST_DAYS)
    throw new StartRefused('A rehearsal covers thirty years at most.');
  return { from: first, until: last, asJson: json };
}

function optionsOf(args: string[]): { from?: string; until?: string; json?: boolean } {
  try {
    return parseArgs({
      args,
      options: { from: { type: 'string' }, until: { type: 'string' }, json: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new StartRefused(`${(error as Error).message.split('.')[0]}. Usage: ${USAGE}`);
  }
}

function dateOf(option: string, value: string | undefined): CalendarDate {
  if (value === undefined) throw new StartRefused(`${option} is missing. Usage: ${USAGE}`);
  const date = parseCalendarDate(value);
  if (date === null) throw new StartRefused(`${option} ${value} is not a date such as 2026-12-01.`);
  return date;
}
