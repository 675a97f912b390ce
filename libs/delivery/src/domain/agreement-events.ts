/** What happened around the promises of an agreement, by the record that tells it. */
export const EVENT_KINDS = [
  'decision',
  'decision_withdrawn',
  'change_asked',
  'change_closed',
  'report',
  'notice',
  'reply',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
