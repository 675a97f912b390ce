import { Language, LocalizedText, publishedDate } from '@app/kernel';
import type { StatedDate } from '../domain/agreement-document';
import type { DraftQuantity } from '../domain/draft-document';
import type { FoundAgreement } from '../use-cases/find-agreement';
import type { ListedAgreement } from '../use-cases/list-agreements';
import type {
  ListedPartyResponse,
  QuantityResponse,
  SigningResponse,
  StatedDateResponse,
} from './agreement-parts.response';
import type { AgreementResponse, ListedAgreementResponse } from './agreement.response';
import { completenessView, openDraft } from './draft-view';
import { legalLifeView } from './legal-life-view';

const NO_NAMES: LocalizedText = { ar: null, fr: null, en: null };

/** A row of the list as it is answered. */
export function listedAgreement({ agreement, parties }: ListedAgreement): ListedAgreementResponse {
  const { signed_stated, signed_precision, signed_last_day } = agreement;
  const signedOn = signed_stated && signed_precision && signed_last_day;
  return {
    id: agreement.id,
    revision: agreement.revision,
    reference: agreement.reference,
    publishedReference: agreement.published_reference,
    title: { ar: agreement.title_ar, fr: agreement.title_fr, en: agreement.title_en },
    titleStatus: agreement.title_status,
    instrumentType: agreement.instrument_type,
    legalState: agreement.legal_state,
    signedOn: signedOn ? statedDate({ stated: signed_stated }) : null,
    signedAbsence: agreement.signed_absence,
    eventId: agreement.event_id,
    sectorCodes: agreement.sector_codes,
    tags: agreement.tags,
    published: agreement.published,
    ownerPositionId: agreement.owner_position_id,
    parties: parties.map((party): ListedPartyResponse => ({
      id: party.id,
      role: party.role,
      organisationId: party.organisation_id,
      names: { ar: party.name_ar, fr: party.name_fr, en: party.name_en },
    })),
    commitments: agreement.commitments,
    firstDeadline: agreement.first_deadline,
  };
}

/** A record as it is answered: the document with today's names, and the document as it is sent back. */
export function agreementRecord(found: FoundAgreement, language: Language): AgreementResponse {
  const { record, document, stored, names, moves, links, open, completeness, legal } = found;
  return {
    id: record.id,
    revision: record.revision,
    reference: record.reference,
    publishedReference: document.publishedReference,
    published: record.published,
    owner: {
      positionId: record.owner_position_id,
      names: { ar: record.owner_ar, fr: record.owner_fr, en: record.owner_en },
    },
    tags: record.tags,
    recordedOn: record.recorded_on,
    version:
      record.version_number === null || record.version_recorded_at === null
        ? null
        : { number: record.version_number, recordedAt: record.version_recorded_at.toISOString() },
    draft: open && openDraft(open, language),
    completeness: completenessView(completeness, language),
    title: document.title,
    titleStatus: document.titleStatus,
    summary: document.summary,
    instrumentType: document.instrumentType,
    legalState: record.legal_state ?? document.legalState,
    legalStateSince:
      record.version_number === null
        ? statedDate(document.legalStateSince)
        : statedDate(legal.since === null ? null : { stated: legal.since }),
    ...legalLifeView(legal, language),
    signing: signing({ document, names }),
    sectorCodes: [...document.sectorCodes],
    sectorStated: document.sectorStated,
    amount: document.amount,
    parties: document.parties.map((party) => ({
      ...party,
      names:
        (party.organisationId && names.organisations.get(party.organisationId)) ||
        party.described ||
        NO_NAMES,
    })),
    partiesAbsence: document.partiesAbsence,
    signatories: document.signatories.map((signatory, index) => ({
      ...signatory,
      ...nameOf(signatory.personId, names),
      capacityAbsence:
        signatory.capacity === null && stored.signatories[index]?.capacityValueId ? 'erased' : null,
    })),
    signatoriesAbsence: document.signatoriesAbsence,
    commitments: document.commitments.map((commitment) => ({
      ...commitment,
      quantity: figure(commitment.quantity),
      deadline: statedDate(commitment.deadline),
      place: {
        ...commitment.place,
        regionCodes: [...commitment.place.regionCodes],
        cities: [...commitment.place.cities],
        zoneIds: [...commitment.place.zoneIds],
      },
      milestones: commitment.milestones.map((milestone) => ({
        ...milestone,
        quantity: figure(milestone.quantity),
        deadline: statedDate(milestone.deadline),
      })),
    })),
    citations: document.citations.map(({ sourceId, ...citation }) => ({
      ...citation,
      locator: citation.locator ?? null,
      readOn: citation.readOn ?? null,
      source:
        sourceId === null
          ? null
          : (names.sources.get(sourceId) ?? { id: sourceId, url: '', title: null, publisher: null }),
    })),
    sourcing: document.sourcing,
    note: document.note,
    links: [...links],
    deadlineMoves: [...moves],
    document,
  };
}

/** A recorded person always had a name: one without was erased. */
function nameOf(personId: string | null, { persons }: FoundAgreement['names']) {
  const name = personId === null ? null : (persons.get(personId) ?? null);
  return { name, nameAbsence: personId !== null && name === null ? ('erased' as const) : null };
}

function signing({ document, names }: Pick<FoundAgreement, 'document' | 'names'>): SigningResponse {
  const { date, dateAbsence, place, sharesEventAmount } = document.signing;
  const { event } = names;
  const amount =
    event?.amount != null && event.currency && event.qualifier
      ? { value: event.amount, currency: event.currency, qualifier: event.qualifier }
      : null;
  return {
    date: statedDate(date),
    dateAbsence,
    place,
    event: event && { id: event.id, names: event.names, amount, sharesAmount: sharesEventAmount },
  };
}

function figure(quantity: DraftQuantity | null): QuantityResponse | null {
  return quantity && { ...quantity, absence: quantity.value === null ? 'not_stated' : null };
}

function statedDate(date: StatedDate | null): StatedDateResponse | null {
  return date && derived(date);
}

function derived({ stated }: StatedDate): StatedDateResponse {
  const { precision, lastDay } = publishedDate(stated);
  return { stated, precision, lastDay };
}
