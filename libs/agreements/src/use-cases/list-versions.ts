import { Injectable } from '@nestjs/common';
import { CalendarDate, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { Difference, differencesBetween } from '../domain/differences';
import type { DraftDocument } from '../domain/draft-document';
import type { AcknowledgedGap, DraftAmendment, VersionKind, VersionPeople } from '../domain/version';
import { AgreementRepository } from '../persistence/agreement.repository';
import type { AgreementDraftEntity } from '../persistence/draft.entities';
import { DraftRepository } from '../persistence/draft.repository';
import { VersionRepository } from '../persistence/version.repository';
import { AgreementsInScope } from './agreements-in-scope';
import { StoreDocument } from './store-document';

/** A version that is or was current, or the draft of one. */
export interface ListedVersion extends VersionPeople {
  readonly number: number;
  readonly state: string;
  readonly kind: VersionKind;
  readonly reason: string | null;
  readonly amendment: DraftAmendment | null;
  readonly acknowledgedGaps: readonly AcknowledgedGap[];
  readonly recordedOn: CalendarDate | null;
  readonly recordedAt: Date | null;
  readonly effectiveOn: CalendarDate | null;
  readonly documentSha256: string | null;
}

export interface FoundVersion {
  readonly agreementId: string;
  readonly version: ListedVersion;
  readonly document: DraftDocument;
}

export interface ComparedVersions {
  readonly version: FoundVersion;
  readonly other: FoundVersion;
  readonly differences: readonly Difference[];
}

/** Reads the versions of an agreement: those that are or were current, and to the house their drafts. */
@Injectable()
export class ListVersions {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly versions: VersionRepository,
    private readonly drafts: DraftRepository,
    private readonly documents: StoreDocument,
    private readonly inScope: AgreementsInScope,
  ) {}

  /** The latest first, the open draft before them. @throws RecordNotFound */
  async execute(agreementId: string): Promise<ListedVersion[]> {
    const ofTheHouse = await this.require(agreementId);
    const versions = await this.versions.list(agreementId);
    const draft = ofTheHouse ? await this.drafts.findOpen(agreementId) : null;
    const listed = ofTheHouse ? versions : versions.map(withoutReason);
    return [...(draft ? [inTheMaking(draft)] : []), ...listed];
  }

  /** One version under its number; a draft under the number it would have. @throws RecordNotFound */
  async find(agreementId: string, number: number): Promise<FoundVersion> {
    const ofTheHouse = await this.require(agreementId);
    const tx = this.transactions.reader;
    const version = await this.versions.find(agreementId, number);
    if (version !== null) {
      const document = await this.documents.withValues(tx, version.document);
      return { agreementId, version: ofTheHouse ? version : withoutReason(version), document };
    }
    const draft = ofTheHouse ? await this.drafts.findByNumber(agreementId, number) : null;
    if (draft === null) throw new RecordNotFound();
    const document = await this.documents.withValues(tx, draft.document);
    return { agreementId, version: inTheMaking(draft), document };
  }

  /** What differs in a version from another one. @param against the one before when null. @throws RecordNotFound */
  async compare(agreementId: string, number: number, against: number | null): Promise<ComparedVersions> {
    const version = await this.find(agreementId, number);
    const other = await this.find(agreementId, against ?? number - 1);
    const differences = differencesBetween(other.document, version.document);
    return {
      version,
      other,
      differences: this.inScope.isOfTheHouse ? differences : withoutNotes(differences),
    };
  }

  /** Whether the caller is of the house. @throws RecordNotFound */
  private async require(agreementId: string): Promise<boolean> {
    const { conditions, isOfTheHouse } = this.inScope;
    if ((await this.agreements.findRecord(agreementId, conditions)) === null) throw new RecordNotFound();
    return isOfTheHouse;
  }
}

/** Why the house wrote a version stays in the house; an amendment says why by itself. */
function withoutReason<Version extends ListedVersion>(version: Version): Version {
  return { ...version, reason: null };
}

/** Notes stay in the house, and so does what changed in one. */
function withoutNotes(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ field }) => !/(^|\.)note$/.test(field));
}

function inTheMaking(draft: AgreementDraftEntity): ListedVersion {
  return { ...draft, recordedOn: null, recordedAt: null, effectiveOn: null, documentSha256: null };
}
