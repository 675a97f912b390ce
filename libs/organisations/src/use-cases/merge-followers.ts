import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { MergedRecord } from '../persistence/merge.repository';
import type { Places } from '../persistence/organisation-places';

/** What names a record and follows it when it is merged; versions and drafts keep the id, and are read through it. */
export const MERGE_EFFECTS = [
  'agreements',
  'published_agreements',
  'parties',
  'signatures',
  'versions',
  'drafts',
  'events',
  'sources',
  'contacts',
  'accounts',
  'invitations',
  'change_requests',
] as const;
export type MergeEffect = (typeof MERGE_EFFECTS)[number];

/** An agreement that names the record that goes. */
export interface AgreementNamingGone {
  readonly id: string;
  readonly reference: string;
  readonly title: LocalizedText;
  /** It names the record that stays too: perhaps the two are two. */
  readonly namesBoth: boolean;
}

/** Two records, of which one goes and one stays. */
export interface TwoRecords {
  readonly record: MergedRecord;
  readonly goneId: string;
  readonly keptId: string;
}

/** What a feature to the right keeps of organisations and persons, and how it follows a merge. */
export interface MergeFollower {
  /** How much of the feature names the record that goes. */
  count(db: EntityManager, two: TwoRecords): Promise<Readonly<Partial<Record<MergeEffect, number>>>>;
  /** The agreements that name it, by reference, the first so many. */
  agreements?(db: EntityManager, two: TwoRecords, most: number): Promise<AgreementNamingGone[]>;
  /** Where each of them lies: whoever merges may change all of them. */
  places?(db: EntityManager, two: TwoRecords): Promise<Places[]>;
  /** Lets what the feature derived from the record that went name the one that stays. */
  follow?(tx: EntityManager, two: TwoRecords): Promise<void>;
  /** Derives it once more, now that both stand for themselves again. */
  giveBack?(tx: EntityManager, two: TwoRecords): Promise<void>;
}

/** The features that follow a merge; each adds itself when it is started. */
@Injectable()
export class MergeFollowers {
  private readonly followers: MergeFollower[] = [];

  /** Adds a feature. */
  alsoFollows(follower: MergeFollower): void {
    this.followers.push(follower);
  }

  /** What of all features names the record that goes. */
  async count(db: EntityManager, two: TwoRecords): Promise<Partial<Record<MergeEffect, number>>> {
    const counted: Partial<Record<MergeEffect, number>> = {};
    for (const follower of this.followers) Object.assign(counted, await follower.count(db, two));
    return counted;
  }

  /** The agreements that name the record that goes, the first so many. */
  async agreements(db: EntityManager, two: TwoRecords, most: number): Promise<AgreementNamingGone[]> {
    const found: AgreementNamingGone[] = [];
    for (const follower of this.followers)
      found.push(...((await follower.agreements?.(db, two, most)) ?? []));
    return found;
  }

  /** Where what names the record that goes lies. */
  async places(db: EntityManager, two: TwoRecords): Promise<Places[]> {
    const found: Places[] = [];
    for (const follower of this.followers) found.push(...((await follower.places?.(db, two)) ?? []));
    return found;
  }

  async follow(tx: EntityManager, two: TwoRecords): Promise<void> {
    for (const follower of this.followers) await follower.follow?.(tx, two);
  }

  async giveBack(tx: EntityManager, two: TwoRecords): Promise<void> {
    for (const follower of this.followers) await follower.giveBack?.(tx, two);
  }
}
