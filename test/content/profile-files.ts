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
  StatedDate,
} from '../../libs/agreements/src/domain/agreement-document';
import type { Absence, LocalizedText, QualifiedAmount } from '@app/kernel';

const ROOT = join(__dirname, '../..');

/** Where a country's data are kept. */
export const PROFILE_FOLDERS = {
  ma: join(ROOT, 'libs/reference/profiles/ma'),
  nuria: join(ROOT, 'test/support/profiles/nuria'),
} as const;
export type ProfileCode = keyof typeof PROFILE_FOLDERS;

interface Keyed {
  key: string;
}
interface Named {
  names: LocalizedText;
}

type Place = Omit<DocumentPlace, 'zoneIds'> & { zones: string[] };
export type Commitment = Omit<DocumentCommitment, 'place'> & { place: Place };
type Changed =
  'parties' | 'signatories' | 'commitments' | 'citations' | 'signing' | 'title' | 'publishedReference';

/** An agreement of a profile: the document with keys in the place of ids. */
export type Agreement = Omit<AgreementDocument, Changed> & {
  publishedReference: string;
  title: LocalizedText;
  signing: Omit<DocumentSigning, 'eventId'> & { event: string | null };
  parties: (Omit<DocumentParty, 'organisationId'> & { organisation: string | null })[];
  signatories: (Omit<DocumentSignatory, 'personId'> & { person: string | null })[];
  commitments: Commitment[];
  citations: (Omit<DocumentCitation, 'sourceId'> & { source: string })[];
};

export type Holiday = Keyed &
  Named & {
    note: string | null;
    status: string;
  } & (
    | { kind: 'fixed'; monthDay: string; sinceYear: number | null }
    | { kind: 'lunar'; usualDays: number }
    | { kind: 'dated'; feast: string; firstDay: string; days: number }
  );

export interface Figure {
  indicator: string;
  kind: 'observation' | 'target';
  nature: string;
  series: string;
  period: string | null;
  periodAbsence: Absence | null;
  value: number;
  unit: string;
  qualifier: string;
  sectorCode: string | null;
  measuredIn: string | null;
  note: string | null;
  sourceUrl: string | null;
  sourceAbsence: Absence | null;
}

/** Every file of a country profile. */
export interface ProfileFiles {
  profile: Named & {
    code: string;
    currency: string;
    timeZone: string;
    weekend: number[];
    languages: string[];
    defaultLanguage: string;
    identifiers: (Named & { code: string; pattern: string })[];
    legalTexts: (Named & { code: string; replaces: string | null; measures: { code: string }[] })[];
    searchSynonyms: string[][];
  };
  regions: (Named & { code: string; seat: string })[];
  zones: (Named & {
    code: string;
    regionCode: string;
    kind: string;
    manager: string | null;
    managerOrganisation: string | null;
    managerAbsence: Absence | null;
  })[];
  sectors: (Named & { code: string; examples: string[] })[];
  holidays: Holiday[];
  indicators: {
    indicators: (Named & {
      code: string;
      kind: string;
      unit: string;
      series: (Named & { code: string; kind: string })[];
    })[];
    figures: Figure[];
  };
  sources: (Keyed & { url: string; language: string | null; publishedOn: string | null })[];
  organisations: (Keyed &
    Named & { kind: string; country: string | null; ice: string | null; variants: string[] })[];
  persons: (Keyed & { names: { value: string; language: string | null; preferred: boolean }[] })[];
  events: (Keyed &
    Named & {
      publishedReference: string;
      dates: StatedDate;
      place: string | null;
      amount: QualifiedAmount | null;
      members: string[];
      note: string | null;
    })[];
  agreements: Agreement[];
  links: { from: string; to: string; kind: string }[];
}

const FILES: Record<keyof ProfileFiles, string> = {
  profile: 'profile.json',
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

/** Reads all the files of a profile as they are written. */
export function readProfileFiles(code: ProfileCode): ProfileFiles {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(PROFILE_FOLDERS[code], file), 'utf8'));
  return Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [name, read(file)]),
  ) as unknown as ProfileFiles;
}
