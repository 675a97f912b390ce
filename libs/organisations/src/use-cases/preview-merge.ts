import { Injectable } from '@nestjs/common';
import { Access, OrganisationAccess } from '@app/identity';
import { type Hindrance, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { MergeContradiction, MergeChanges, namesOfMerged, planMerge } from '../domain/merge';
import type { Organisation } from '../domain/organisation';
import { OrganisationRepository } from '../persistence/organisation.repository';
import { PersonalValues } from '../persistence/personal-values';
import { AgreementNamingGone, MergeEffect, MergeFollowers } from './merge-followers';
import { RequireMergeScope } from './require-merge-scope';

/** Agreements that a preview names; how many there are is counted. */
export const MOST_AGREEMENTS_NAMED = 20;

/** What merging two organisations would come to, the record that goes first. */
export interface OrganisationMergePreview {
  readonly gone: Organisation;
  readonly kept: Organisation;
  readonly contradictions: readonly MergeContradiction[];
  /** What the record that stays takes over without being asked: what it does not say itself. */
  readonly takenOver: MergeChanges;
  /** Names and spellings that lead to the record that stays from then on. */
  readonly namesUnited: readonly string[];
  readonly effects: Readonly<Partial<Record<MergeEffect, number>>>;
  readonly agreements: readonly AgreementNamingGone[];
  /** What keeps the caller from merging them; empty when nothing does. */
  readonly hindrances: readonly Hindrance[];
}

/** Shows what merging two organisations would come to, and changes nothing. @throws RecordNotFound */
@Injectable()
export class PreviewOrganisationMerge {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly personalValues: PersonalValues,
    private readonly organisationAccess: OrganisationAccess,
    private readonly followers: MergeFollowers,
    private readonly scope: RequireMergeScope,
    private readonly access: Access,
    private readonly transactions: Transactions,
  ) {}

  async execute(goneId: string, keptId: string): Promise<OrganisationMergePreview> {
    const db = this.transactions.reader;
    const gone = await this.organisations.find(goneId, []);
    const kept = await this.organisations.find(keptId, []);
    if (gone === null || kept === null) throw new RecordNotFound();
    const two = { record: 'organisation', goneId, keptId } as const;
    const { contradictions, changes } = planMerge(gone, kept, {});
    const [ours, theirs] = [
      await this.organisationAccess.count(db, keptId),
      await this.organisationAccess.count(db, goneId),
    ];
    const followed = await this.followers.count(db, two);
    const merged = gone.mergedInto ?? kept.mergedInto;
    const hindrances: (Hindrance | null)[] = [
      goneId === keptId ? { code: 'merge_into_itself' } : null,
      merged && { code: 'record_merged', values: { id: merged.id } },
      ours.accounts + ours.invitations > 0 && theirs.accounts + theirs.invitations > 0
        ? { code: 'both_have_access' }
        : null,
      await this.scope.hindrance(db, 'organisation.merge', two),
    ];
    return {
      gone,
      kept,
      contradictions,
      takenOver: changes,
      namesUnited: namesOfMerged(kept, [gone, ...gone.mergedFrom]),
      effects: { ...followed, contacts: gone.reportingContacts.length, ...theirs },
      agreements: await this.followers.agreements(db, two, MOST_AGREEMENTS_NAMED),
      hindrances: hindrances.filter((one) => one !== null),
    };
  }
}
