import type { Language } from '@app/kernel';
import { hasSentence, spokenSentence } from '@app/platform';
import type { FindingPage } from '../use-cases/list-findings';
import type { FindingPageResponse } from './finding.response';

/** A page of findings as it is answered. */
export function findingPageView(
  { items, counts, lastRun, ...page }: FindingPage,
  language: Language,
): FindingPageResponse {
  const spoken = (query: string) =>
    hasSentence(`finding_${query}`) ? spokenSentence(`finding_${query}`, language) : query;
  return {
    ...page,
    items: items.map((item) => ({ ...item, sentence: spoken(item.query) })),
    counts: {
      ...counts,
      queries: counts.queries.map((one) => ({ ...one, sentence: spoken(one.query) })),
    },
    lastRun: lastRun && {
      ranOn: lastRun.ranOn,
      startedAt: lastRun.startedAt.toISOString(),
      finishedAt: lastRun.finishedAt?.toISOString() ?? null,
      failed: Object.entries(lastRun.failed).map(([query, error]) => ({ query, error })),
    },
  };
}
