import { textOf } from '@app/platform';
import type { ProcessingContent } from '../domain/processing';
import type { ProcessingRequest } from './processings.request';

/** The processing that a request describes, with the languages that are missing as null. */
export function processingOf(body: ProcessingRequest): ProcessingContent {
  return {
    purpose: textOf(body.purpose),
    legalBasis: textOf(body.legalBasis),
    categories: textOf(body.categories),
    persons: textOf(body.persons),
    recipients: textOf(body.recipients),
    responsible: textOf(body.responsible),
    retentionNote: textOf(body.retentionNote),
    retentionDays: body.retentionDays ?? null,
    cndpReceipt: body.cndpReceipt ?? null,
  };
}
