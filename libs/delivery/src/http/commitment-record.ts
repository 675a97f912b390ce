import type { Language } from '@app/kernel';
import { spokenOffers } from '@app/platform';
import type { DescribedCommitment } from '../use-cases/describe-commitment';
import type { CommitmentRecordResponse } from './commitment.response';
import { deliveryView } from './delivery-view';

/** A promise as its page shows it, with what the reader may do about it. */
export function commitmentRecord(
  { record, delivery, offers }: DescribedCommitment,
  language: Language,
): CommitmentRecordResponse {
  return { ...record, ...deliveryView(delivery), allowedActions: spokenOffers(offers, language) };
}
