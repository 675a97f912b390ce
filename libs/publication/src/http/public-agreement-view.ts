import type { LocalizedText } from '@app/kernel';
import type { PublicAgreements, PublicListedAgreement } from '../use-cases/list-public-agreements';
import type { ShownAgreement } from '../use-cases/show-public-agreement';
import type {
  PublicAgreementPageResponse,
  PublicAgreementResponse,
  PublicCitationResponse,
  PublicListedAgreementResponse,
  PublicPromiseOfAgreementResponse,
  PublicSignatoryResponse,
  PublicSigningResponse,
} from './public-agreement.response';
import { publicDeliveryView } from './public-delivery.response';
import {
  publicDate,
  publicDeadline,
  publicHeadline,
  publicPromiseView,
  publicQuantity,
} from './public-promise-view';

const NO_NAMES: LocalizedText = { ar: null, fr: null, en: null };

type Today = ShownAgreement['asOf'];

/** A page of the public list. */
export function publicAgreementPage(page: PublicAgreements): PublicAgreementPageResponse {
  const { facets } = page;
  return {
    ...page,
    items: page.items.map((one) => listedAgreement(one, page.asOf)),
    facets: facets && {
      sector: [...facets.sector],
      region: [...facets.region],
      year: [...facets.year],
      kind: [...facets.kind],
      instrumentType: [...facets.instrumentType],
      legalState: [...facets.legalState],
    },
  };
}

/** A row of the public list, field by field: what is not named here is not shown. */
function listedAgreement(
  { agreement, parties, headlines }: PublicListedAgreement,
  today: Today,
): PublicListedAgreementResponse {
  const { firstDeadline } = agreement;
  return {
    id: agreement.id,
    reference: agreement.reference,
    publishedReference: agreement.publishedReference,
    title: agreement.title,
    titleStatus: agreement.titleStatus,
    instrumentType: agreement.instrumentType,
    legalState: agreement.legalState,
    signedOn: agreement.signedStated === null ? null : publicDate(agreement.signedStated),
    signedAbsence: agreement.signedAbsence,
    eventId: agreement.eventId,
    sectorCodes: agreement.sectorCodes,
    regionCodes: agreement.regionCodes,
    parties: parties.map(({ id, role, organisationId, names }) => ({ id, role, organisationId, names })),
    commitments: agreement.commitments,
    headlines: headlines.map((one) => publicHeadline(one, today)),
    firstDeadline: firstDeadline && publicDeadline(firstDeadline.stated, today),
    deadlineMoves: agreement.deadlineMoves,
  };
}

/** A published agreement, field by field: neither notes nor contacts nor anything that nobody published. */
export function publicAgreement(shown: ShownAgreement): PublicAgreementResponse {
  const { asOf, agreement } = shown;
  const { document, names, suspension } = agreement;
  return {
    id: agreement.id,
    reference: agreement.reference,
    asOf,
    publishedReference: document.publishedReference,
    title: document.title,
    titleStatus: document.titleStatus,
    summary: document.summary,
    instrumentType: document.instrumentType,
    legalState: agreement.legalState,
    legalStateSince: agreement.since === null ? null : publicDate(agreement.since),
    legalLife: agreement.steps.map(({ state, onStated, recordedOn }) => ({
      state,
      on: publicDate(onStated),
      recordedOn,
    })),
    suspension: suspension && { from: suspension.fromDay, expectedEnd: suspension.expectedEnd },
    badges: [...agreement.badges],
    signing: signingView(shown),
    sectorCodes: [...document.sectorCodes],
    sectorStated: document.sectorStated,
    amount: document.amount && amountView(document.amount),
    parties: document.parties.map(({ id, role, organisationId, described, certainty }) => ({
      id,
      role,
      organisationId,
      names: (organisationId && names.organisations.get(organisationId)) || described || NO_NAMES,
      certainty,
    })),
    partiesAbsence: document.partiesAbsence,
    signatories: signatoriesView(shown),
    signatoriesAbsence: document.signatoriesAbsence,
    commitments: promisesView(shown),
    citations: agreement.citations.map(citationView),
    sourcing: document.sourcing,
    links: agreement.links.map(({ kind, direction, agreementId, reference, title }) => ({
      kind,
      direction,
      agreementId,
      reference,
      title,
    })),
    version: agreement.version,
    recordedOn: agreement.recordedOn,
  };
}

/** In the order of the document, which also keeps figures that do not say what they count. */
function promisesView({
  agreement,
  promises,
  deliveries,
  asOf,
}: ShownAgreement): PublicPromiseOfAgreementResponse[] {
  return agreement.document.commitments.flatMap(({ id, quantity, partOfId, proofMethod }) => {
    const promise = promises.get(id);
    if (promise === undefined) return [];
    const view = publicPromiseView(promise, asOf);
    const delivery = deliveries.get(id);
    return [
      {
        ...{ ...view, quantity: quantity && publicQuantity(quantity), partOfId, proofMethod },
        delivery: delivery ? publicDeliveryView(delivery) : null,
      },
    ];
  });
}

function signingView({ agreement: { document, names } }: ShownAgreement): PublicSigningResponse {
  const { date, dateAbsence, place, sharesEventAmount } = document.signing;
  const { event } = names;
  const amount =
    event?.amount != null && event.currency && event.qualifier
      ? { value: event.amount, currency: event.currency, qualifier: event.qualifier }
      : null;
  return {
    date: date && publicDate(date.stated),
    dateAbsence,
    place,
    event: event && {
      id: event.id,
      names: event.names,
      batchAmount: amount,
      sharesAmount: sharesEventAmount,
    },
  };
}

/** A recorded person always had a name: one without was erased. */
function signatoriesView({
  agreement: { document, stored, names },
}: ShownAgreement): PublicSignatoryResponse[] {
  return document.signatories.map((signatory, index) => {
    const { id, role, partyId, personId, absence, capacity, certainty } = signatory;
    const name = personId === null ? null : (names.persons.get(personId) ?? null);
    const hadCapacity = (stored.signatories[index]?.capacityValueId ?? null) !== null;
    return {
      id,
      role,
      partyId,
      name,
      nameAbsence: name !== null ? null : personId === null ? absence : 'erased',
      capacity,
      capacityAbsence: capacity === null && hadCapacity ? 'erased' : null,
      certainty,
    };
  });
}

function amountView({ value, currency, qualifier }: { value: number; currency: string; qualifier: string }) {
  return { value, currency, qualifier };
}

function citationView({
  citation,
  passage,
  saysOtherwise,
}: ShownAgreement['agreement']['citations'][number]): PublicCitationResponse {
  const { id, subject, subjectId, field, stated, adopted } = citation;
  const { id: sourceId, url, title, publisher } = passage.source;
  return {
    id,
    subject,
    subjectId,
    field,
    stated,
    locator: passage.locator,
    readOn: passage.readOn,
    adopted,
    alsoReported: saysOtherwise,
    source: { id: sourceId, url, title, publisher },
  };
}
