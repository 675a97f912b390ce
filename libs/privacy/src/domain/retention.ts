import type { Processing } from './processing';

/** What the retention job erases, each under the processing whose register entry says after how long. */
export const RETAINED_CATEGORIES = {
  mail_addresses: 'mails',
  ended_sessions: 'sessions',
  ended_tokens: 'sessions',
  used_links: 'sessions',
  sign_in_failures: 'sign_in_failures',
  ended_invitations: 'invitations',
  left_accounts: 'accounts',
  requesters: 'data_requests',
  nominative_evidence: 'nominative_evidence',
} as const;
export type RetainedCategory = keyof typeof RETAINED_CATEGORIES;

/** How much of each category was erased. */
export type ErasedCounts = Readonly<Partial<Record<RetainedCategory, number>>>;

/** One day's run of the retention job. */
export interface RetentionRun {
  readonly id: string;
  readonly ranOn: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly erased: ErasedCounts;
}

const DAY_MS = 86_400_000;

/**
 * The instant before which each category is past its time; a category whose processing has no end, or stands in the
 * register no more, is left out and stays.
 */
export function timesOver(
  processings: readonly Pick<Processing, 'code' | 'retentionDays'>[],
  now: Date,
): ReadonlyMap<RetainedCategory, Date> {
  const days = new Map(processings.map(({ code, retentionDays }) => [code, retentionDays]));
  return new Map(
    (Object.entries(RETAINED_CATEGORIES) as [RetainedCategory, string][]).flatMap(([category, code]) => {
      const kept = days.get(code) ?? null;
      return kept === null ? [] : [[category, new Date(now.getTime() - kept * DAY_MS)] as const];
    }),
  );
}

/** The counts with more of a category. */
export function countedMore(erased: ErasedCounts, category: RetainedCategory, more: number): ErasedCounts {
  return more === 0 ? erased : { ...erased, [category]: (erased[category] ?? 0) + more };
}
