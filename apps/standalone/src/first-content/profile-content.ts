import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  AgreementDocument,
  DocumentCitation,
  DocumentCommitment,
  DocumentParty,
  DocumentPlace,
  DocumentSignatory,
  DocumentSigning,
  LinkKind,
  StatedDate,
} from '@app/agreements';
import type { FigureAbsence, Nature, PromisedAs, Series } from '@app/indicators';
import type { LocalizedText, QualifiedAmount, Qualifier } from '@app/kernel';

interface Keyed {
  readonly key: string;
}

interface Named {
  readonly names: LocalizedText;
}

export type ProfilePlace = Omit<DocumentPlace, 'zoneIds'> & { readonly zones: readonly string[] };
export type ProfileCommitment = Omit<DocumentCommitment, 'place' | 'partOfId' | 'proofMethod'> & {
  readonly place: ProfilePlace;
};
type KeyedPart = 'parties' | 'signatories' | 'commitments' | 'citations' | 'signing' | 'publishedReference';

/** An agreement of a profile: the document with keys in the place of ids. */
export type ProfileAgreement = Omit<AgreementDocument, KeyedPart> & {
  readonly publishedReference: string;
  readonly signing: Omit<DocumentSigning, 'eventId'> & { readonly event: string | null };
  readonly parties: readonly (Omit<DocumentParty, 'organisationId'> & {
    readonly organisation: string | null;
  })[];
  readonly signatories: readonly (Omit<DocumentSignatory, 'personId'> & { readonly person: string | null })[];
  readonly commitments: readonly ProfileCommitment[];
  readonly citations: readonly (Omit<DocumentCitation, 'sourceId'> & { readonly source: string })[];
};

export type ProfileHoliday = Keyed &
  Named & { readonly note: string | null; readonly status: string } & (
    | { readonly kind: 'fixed'; readonly monthDay: string; readonly sinceYear: number | null }
    | { readonly kind: 'lunar'; readonly usualDays: number }
    | { readonly kind: 'dated'; readonly feast: string; readonly firstDay: string; readonly days: number }
  );

export interface ProfileFigure {
  readonly indicator: string;
  readonly kind: 'observation' | 'target';
  readonly nature: Nature;
  readonly series: string;
  readonly period: string | null;
  readonly periodAbsence: FigureAbsence | null;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly sectorCode: string | null;
  readonly measuredIn: string | null;
  readonly note: string | null;
  readonly sourceUrl: string | null;
  readonly sourceAbsence: FigureAbsence | null;
}

/** Every file of a country profile beside `profile.json`. */
export interface ProfileContent {
  readonly regions: readonly (Named & { readonly code: string; readonly seat: string })[];
  readonly zones: readonly (Named & {
    readonly code: string;
    readonly city: string;
    readonly regionCode: string;
    readonly kind: string;
    readonly manager: string | null;
    readonly status: string;
    readonly note: string | null;
  })[];
  readonly sectors: readonly (Named & { readonly code: string; readonly examples: readonly string[] })[];
  readonly holidays: readonly ProfileHoliday[];
  readonly indicators: {
    readonly indicators: readonly (Named & {
      readonly code: string;
      readonly kind: Nature;
      readonly unit: string;
      readonly note: string | null;
      readonly definition: LocalizedText;
      readonly promisedAs: PromisedAs | null;
      readonly series: readonly Series[];
    })[];
    readonly figures: readonly ProfileFigure[];
  };
  readonly sources: readonly (Keyed & {
    readonly url: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly language: string | null;
    readonly publishedOn: string | null;
    readonly note: string | null;
  })[];
  readonly organisations: readonly (Keyed &
    Named & {
      readonly kind: 'company' | 'public_body' | 'federation' | 'training_body' | 'other';
      readonly country: string | null;
      readonly ice: string | null;
      readonly variants: readonly string[];
    })[];
  readonly persons: readonly (Keyed & {
    readonly names: readonly {
      readonly value: string;
      readonly language: 'ar' | 'fr' | 'en' | null;
      readonly preferred: boolean;
    }[];
  })[];
  readonly events: readonly (Keyed &
    Named & {
      readonly publishedReference: string;
      readonly dates: StatedDate;
      readonly place: string | null;
      readonly amount: QualifiedAmount | null;
      readonly members: readonly string[];
      readonly note: string | null;
    })[];
  readonly agreements: readonly ProfileAgreement[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: LinkKind;
    readonly note: string | null;
  }[];
}

const FILES: Readonly<Record<keyof ProfileContent, string>> = {
  regions: 'regions.json',
  zones: 'zones.json',
  sectors: 'sectors.json',
  holidays: 'holidays.json',
  indicators: 'indicators.json',
  sources: 'register/sources.json',
  organisations: 'register/organisations.json',
  persons: 'register/persons.json',
  events: 'register/events.json',
  agreements: 'register/agreements.json',
  links: 'register/links.json',
};

/** Reads the files of a profile's folder as they are written; what they say is checked where it is recorded. */
export function readProfileContent(folder: string): ProfileContent {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [name, read(file)]),
  ) as unknown as ProfileContent;
}
