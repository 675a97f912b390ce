import { textIn } from '@app/kernel';
import { Tongue } from '@app/platform';
import { RehearsedDay, RehearsedMessage, isNotice, promiseInWords } from '@app/alerts';

const HEADINGS = ['Date', 'Agreement', 'Promise', 'Deadline', 'Why', 'To', 'Sent'] as const;
const WIDEST = { agreement: 58, promise: 60, recipient: 40 } as const;

const RULES: Readonly<Record<RehearsedMessage['rule'], string>> = {
  deadline_ahead: 'deadline ahead',
  deadline_passed: 'deadline passed',
  deadline_moved: 'deadline moved',
  agreement_suspended: 'agreement suspended',
  agreement_resumed: 'agreement resumed',
  agreement_amended: 'agreement amended',
  report_due: 'report due',
  report_waiting: 'report waiting for review',
  report_decided: 'report decided',
  report_returned: 'report returned',
  stale_data: 'stale data',
  forecast_crosses: 'forecast crosses the deadline',
  version_submitted: 'draft to verify',
  version_verified: 'draft to approve',
  version_returned: 'draft returned',
  no_follow_up: 'no instrument follows',
  suspension_ends: 'end of a suspension',
  impossible_data: 'impossible data',
};

/** The rehearsal as a table for people, one line for each recipient of each message, and a line of totals. */
export function rehearsalTable(days: readonly RehearsedDay[], country: string): string {
  const tongue = Tongue.of('en', country);
  const rows = days.flatMap(({ date, messages }) => messages.map((message) => rowOf(date, message, tongue)));
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(HEADINGS), line(rule), ...rows.map(line), '', totalsOf(days)].join('\n');
}

function rowOf(date: string, message: RehearsedMessage, tongue: Tongue): string[] {
  const { agreement, promise, milestone, quantity, deadline, rule, threshold, catchUp } = message;
  const figures = quantity ? promiseInWords(quantity, tongue) : '';
  const promised = [milestone ? `milestone: ${tongue.text(milestone)}` : tongue.text(promise), figures];
  const why = [
    rule === 'deadline_moved'
      ? `move ${threshold}`
      : isNotice(rule)
        ? RULES[rule]
        : `${RULES[rule]} ${threshold > 0 ? '+' : ''}${threshold}`,
    ...(catchUp ? ['late'] : []),
  ];
  return [
    date,
    shortened(`${agreement.reference} ${tongue.text(agreement.title)}`, WIDEST.agreement),
    shortened(promised.filter((part) => part !== '').join(': '), WIDEST.promise),
    deadline === null
      ? 'none'
      : deadline.stated === deadline.lastDay
        ? deadline.stated
        : `${deadline.stated} (${deadline.lastDay})`,
    why.join(', '),
    shortened(recipientInWords(message), WIDEST.recipient),
    message.suppressed === null ? message.channel : `no: ${message.suppressed}`,
  ];
}

function recipientInWords({ recipient, recipientName }: RehearsedMessage): string {
  const [kind = '', id = ''] = recipient.split(':');
  return `${kind} ${recipientName ? textIn(recipientName, 'en') : id}`;
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function totalsOf(days: readonly RehearsedDay[]): string {
  const messages = days.flatMap((day) => day.messages);
  const sent = messages.filter(({ suppressed }) => suppressed === null);
  const mails = new Set(sent.map(({ mail }) => mail)).size;
  return `${sent.length} messages in ${mails} mails would go out on ${days.length} days; ${messages.length - sent.length} would not, for the reason shown. Nothing was sent.`;
}
