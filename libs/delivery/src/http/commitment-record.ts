import type { Language } from '@app/kernel';
import { spokenOffers } from '@app/platform';
import type { DescribedCommitment } from '../use-cases/describe-commitment';
import type { CommitmentRecordResponse } from './commitment.response';

/** A promise as its page shows it, with what the reader may do about it. */
export function commitmentRecord(
  { record, offers }: DescribedCommitment,
  language: Language,
): CommitmentRecordResponse {
  return { ...record, allowedActions: spokenOffers(offers, language) };
}
