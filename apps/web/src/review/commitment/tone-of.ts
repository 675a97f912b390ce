const GOOD: readonly string[] = ['met', 'met_late', 'on_track'];
const ATTENTION: readonly string[] = ['due_soon', 'at_risk', 'awaiting_verification', 'suspended'];
const LATE: readonly string[] = ['overdue', 'overdue_unreported', 'closed_not_met'];

/** The tone in which a status is shown; the word says it. */
export function toneOf(status: string): 'good' | 'attention' | 'late' | 'plain' {
  if (GOOD.includes(status)) return 'good';
  if (ATTENTION.includes(status)) return 'attention';
  return LATE.includes(status) ? 'late' : 'plain';
}
