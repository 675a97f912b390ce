import { publishedDate } from '@app/kernel';
import type { StoredDocument } from '../domain/stored-document';
import { inLanguages } from './project-document';

/** The columns of the agreement's own row that come from the document. */
export function agreementColumns(document: StoredDocument) {
  const signed = document.signing.date === null ? null : publishedDate(document.signing.date.stated);
  return {
    publishedReference: document.publishedReference,
    ...inLanguages('title', document.title),
    titleStatus: document.titleStatus,
    ...inLanguages('summary', document.summary),
    instrumentType: document.instrumentType,
    legalState: document.legalState,
    legalStateSince: document.legalStateSince?.stated ?? null,
    signedStated: signed?.stated ?? null,
    signedPrecision: signed?.precision ?? null,
    signedFirstDay: signed?.firstDay ?? null,
    signedLastDay: signed?.lastDay ?? null,
    signedAbsence: document.signing.dateAbsence,
    signedAt: document.signing.place,
    eventId: document.signing.eventId,
    sharesEventAmount: document.signing.sharesEventAmount,
    sectorCodes: [...document.sectorCodes],
    sectorStated: document.sectorStated,
    amount: document.amount?.value ?? null,
    amountCurrency: document.amount?.currency ?? null,
    amountQualifier: document.amount?.qualifier ?? null,
    partiesAbsence: document.partiesAbsence,
    signatoriesAbsence: document.signatoriesAbsence,
    sourcing: document.sourcing,
    note: document.note,
  };
}
