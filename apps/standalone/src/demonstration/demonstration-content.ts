import type { AgreementDocument } from '@app/agreements';
import type { LocalizedText } from '@app/kernel';
import type { OrganisationToRecord } from '@app/organisations';

const NOTE =
  'Fictif : société de démonstration. Fictional: a company of the demonstration. خيالية: شركة للعرض التجريبي.';

/** When the fictional agreements were signed: long enough ago for a year of reports. */
export const SIGNED_ON = '2025-01-15';

/** A fictional company; every one of its names says so. */
export function fictionalCompany(number: number): OrganisationToRecord {
  return {
    names: {
      ar: `شركة العرض التجريبي ${number} (خيالية)`,
      fr: `Société de démonstration ${number} (fictive)`,
      en: `Demonstration company ${number} (fictional)`,
    },
    kind: 'company',
    country: null,
    ice: null,
    variants: [],
    reportingContacts: [],
    note: NOTE,
  };
}

/**
 * What a fictional company promised. It is measured by completion: a figure would stand in the totals of the register
 * beside real ones.
 */
export function fictionalAgreement(number: number, organisationId: string): AgreementDocument {
  const place = { scope: 'nationwide' as const, regionCodes: [], cities: [], zoneIds: [], note: null };
  return {
    publishedReference: null,
    title: {
      ar: `اتفاق العرض التجريبي ${number} (خيالي)`,
      fr: `Accord de démonstration ${number} (fictif)`,
      en: `Demonstration agreement ${number} (fictional)`,
    },
    titleStatus: 'descriptive',
    summary: null,
    instrumentType: 'memorandum_of_understanding',
    legalState: 'signed',
    legalStateSince: null,
    signing: {
      date: { stated: SIGNED_ON },
      dateAbsence: null,
      place: null,
      eventId: null,
      sharesEventAmount: false,
    },
    sectorCodes: [],
    sectorStated: null,
    amount: null,
    parties: [
      { id: 'p1', role: 'investor', organisationId, described: null, certainty: 'stated', note: null },
      {
        id: 'p2',
        role: 'public_authority',
        organisationId: null,
        described: AUTHORITY,
        certainty: 'stated',
        note: null,
      },
    ],
    partiesAbsence: null,
    signatories: [],
    signatoriesAbsence: 'not_published',
    commitments: [
      {
        id: 'c1',
        kind: 'facility',
        title: SITE,
        measure: 'completion',
        quantity: null,
        baseline: null,
        obligorPartyId: 'p1',
        partOfId: null,
        proofMethod: null,
        deadline: { stated: '2030-12-31' },
        deadlineAbsence: null,
        place,
        milestones: [],
        note: null,
      },
    ],
    citations: [],
    sourcing: 'not_stated',
    note: NOTE,
  };
}

const AUTHORITY: LocalizedText = {
  ar: 'سلطة عمومية (خيالية)',
  fr: 'une autorité publique (fictive)',
  en: 'a public authority (fictional)',
};

const SITE: LocalizedText = {
  ar: 'فتح موقع (خيالي)',
  fr: "Ouverture d'un site (fictif)",
  en: 'Opening of a site (fictional)',
};
