import { calendarDate } from '@app/kernel';
import type { DraftAmendment } from '../domain/version';
import type { AcknowledgedGaps } from '../use-cases/act-on-draft';
import type { AcknowledgedGapRequest, AmendmentRequest } from './draft.request';

/** The act as it is typed; undefined leaves it as it is, null takes it away. */
export function amendmentOf(request: AmendmentRequest | null | undefined): DraftAmendment | null | undefined {
  if (!request) return request;
  return {
    number: request.number ?? null,
    signedOn: request.signedOn ? calendarDate(request.signedOn) : null,
    effectiveOn: request.effectiveOn ? calendarDate(request.effectiveOn) : null,
    rationale: request.rationale ?? null,
    fileId: request.fileId ?? null,
    sourceId: request.sourceId ?? null,
  };
}

export function gapsOf(request: boolean | AcknowledgedGapRequest[] | null | undefined): AcknowledgedGaps {
  if (request === null || request === undefined || typeof request === 'boolean') return request === true;
  return request.map(({ gap, subjectId = null, reason }) => ({ gap, subjectId, reason }));
}
