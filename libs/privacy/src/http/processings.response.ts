import { LocalizedTextResponse, PageResponse } from '@app/platform';
import type { Processing } from '../domain/processing';

/** An entry of the register of processings. */
export class ProcessingResponse implements Processing {
  id: string;

  /** What this software knows it by; null for a processing that it does not carry out itself. */
  code: string | null;

  purpose: LocalizedTextResponse;
  legalBasis: LocalizedTextResponse;
  categories: LocalizedTextResponse;
  persons: LocalizedTextResponse;
  recipients: LocalizedTextResponse;
  responsible: LocalizedTextResponse;

  /** Days after which the data are erased; null without end, for the reason in `retentionNote`. */
  retentionDays: number | null;

  /** From which day the days count, or why there is no end. */
  retentionNote: LocalizedTextResponse;

  /** Number of the receipt of the declaration; null while it is not declared. */
  cndpReceipt: string | null;

  revision: number;
}

export class ProcessingPageResponse extends PageResponse {
  items: ProcessingResponse[];
}

/** How much of each category a run erased; a category is left out when there was nothing of it. */
export class ErasedCountsResponse {
  mail_addresses?: number;
  ended_sessions?: number;
  ended_tokens?: number;
  used_links?: number;
  sign_in_failures?: number;
  ended_invitations?: number;
  left_accounts?: number;
  requesters?: number;
  nominative_evidence?: number;
}

/** One day's run of the retention job. */
export class RetentionRunResponse {
  id: string;
  ranOn: string;
  startedAt: string;

  /** Null while it runs, or since it was interrupted. */
  finishedAt: string | null;

  erased: ErasedCountsResponse;
}

export class RetentionRunPageResponse extends PageResponse {
  items: RetentionRunResponse[];
}
