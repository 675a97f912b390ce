import type { components } from '../../../.generated/schema';
import {
  type Amendment,
  type Commitment,
  type DraftContent,
  type DraftDocument,
  EMPTY_AMENDMENT,
  EMPTY_PLACE,
  emptyCitation,
  emptyCommitment,
  emptyMilestone,
  emptyParty,
  emptySignatory,
  hasText,
  type Quantity,
  EMPTY_QUANTITY,
  type Stated,
} from './document';

type Schemas = components['schemas'];
export type DraftRecord = Schemas['DraftResponse'];
export type SaveRequest = Schemas['SaveDraftRequest'];

/** What a draft holds, of the answer that describes it. */
export function contentOf(record: Pick<DraftRecord, 'document' | 'reason' | 'amendment'>): DraftContent {
  return {
    document: documentOf(record.document),
    reason: record.reason,
    amendment: record.amendment,
  };
}

/** The document with everything in it that an answer may leave out. */
export function documentOf(received: Schemas['AgreementDocumentRequest']): DraftDocument {
  const { signing } = received;
  return {
    publishedReference: received.publishedReference ?? null,
    title: received.title ?? null,
    titleStatus: received.titleStatus ?? 'descriptive',
    summary: received.summary ?? null,
    instrumentType: received.instrumentType ?? null,
    legalState: received.legalState ?? null,
    legalStateSince: dateOf(received.legalStateSince),
    signing: {
      date: dateOf(signing?.date),
      dateAbsence: signing?.dateAbsence ?? null,
      place: signing?.place ?? null,
      eventId: signing?.eventId ?? null,
      sharesEventAmount: signing?.sharesEventAmount ?? false,
    },
    sectorCodes: received.sectorCodes ?? [],
    sectorStated: received.sectorStated ?? null,
    amount: received.amount ?? null,
    parties: (received.parties ?? []).map((one) => ({ ...emptyParty(one.id), ...one })),
    partiesAbsence: received.partiesAbsence ?? null,
    signatories: (received.signatories ?? []).map((one) => ({ ...emptySignatory(one.id), ...one })),
    signatoriesAbsence: received.signatoriesAbsence ?? null,
    commitments: (received.commitments ?? []).map(commitmentOf),
    citations: (received.citations ?? []).map((one) => ({ ...emptyCitation(one.id), ...one })),
    sourcing: received.sourcing ?? 'not_stated',
    note: received.note ?? null,
  };
}

function commitmentOf(received: Schemas['CommitmentRequest']): Commitment {
  const { place } = received;
  return {
    ...emptyCommitment(received.id),
    ...received,
    quantity: quantityOf(received.quantity),
    baseline: received.baseline ? { ...received.baseline, note: received.baseline.note ?? null } : null,
    deadline: dateOf(received.deadline),
    place: {
      ...EMPTY_PLACE,
      ...(place ? { scope: place.scope } : {}),
      regionCodes: place?.regionCodes ?? [],
      cities: place?.cities ?? [],
      zoneIds: place?.zoneIds ?? [],
      note: place?.note ?? null,
    },
    milestones: (received.milestones ?? []).map((one) => ({
      ...emptyMilestone(one.id),
      ...one,
      quantity: quantityOf(one.quantity),
      deadline: dateOf(one.deadline),
    })),
  };
}

function quantityOf(received: Schemas['QuantityRequest'] | null | undefined): Quantity | null {
  return received ? { ...EMPTY_QUANTITY, ...received } : null;
}

function dateOf(received: Schemas['StatedDateRequest'] | null | undefined): Stated | null {
  return received ? { stated: received.stated } : null;
}

/** What is sent when the content is saved: without empty texts, which say nothing. */
export function requestOf({ document, reason, amendment }: DraftContent): SaveRequest {
  const filled = withoutEmptyTexts(document) as DraftDocument;
  const request = {
    ...filled,
    title: hasText(filled.title) ? filled.title : null,
    summary: hasText(filled.summary) ? filled.summary : null,
    parties: filled.parties.map((one) => ({
      ...one,
      described: hasText(one.described) ? one.described : null,
    })),
    commitments: filled.commitments.map((one) => ({
      ...one,
      title: hasText(one.title) ? one.title : null,
      quantity: one.measure === 'quantity' ? one.quantity : null,
      deadlineAbsence: one.deadline === null ? one.deadlineAbsence : null,
      milestones: one.milestones.map((inner) => ({
        ...inner,
        title: hasText(inner.title) ? inner.title : null,
      })),
    })),
    signing: {
      ...filled.signing,
      dateAbsence: filled.signing.date === null ? filled.signing.dateAbsence : null,
    },
    reason: reason?.trim() || null,
    ...(amendment ? { amendment: withoutEmptyTexts({ ...EMPTY_AMENDMENT, ...amendment }) as Amendment } : {}),
  };
  // The client's lists are its own to change; these are nobody's.
  return request as SaveRequest;
}

function withoutEmptyTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return value.map(withoutEmptyTexts).filter((one) => one !== null);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutEmptyTexts(one)]));
  return value;
}
