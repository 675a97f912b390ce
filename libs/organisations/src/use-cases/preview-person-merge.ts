import { Injectable } from '@nestjs/common';
import { AccessLog } from '@app/audit';
import { type Hindrance, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { Person } from '../domain/person';
import { PersonRepository } from '../persistence/person.repository';
import { personRead } from './find-person';
import { AgreementNamingGone, MergeEffect, MergeFollowers } from './merge-followers';
import { MOST_AGREEMENTS_NAMED } from './preview-merge';
import { RequireMergeScope } from './require-merge-scope';

/** What merging two persons would come to, the record that goes first. */
export interface PersonMergePreview {
  readonly gone: Person;
  readonly kept: Person;
  readonly effects: Readonly<Partial<Record<MergeEffect, number>>>;
  readonly agreements: readonly AgreementNamingGone[];
  /** What keeps the caller from merging them; empty when nothing does. */
  readonly hindrances: readonly Hindrance[];
}

/** Shows what merging two persons would come to; who read their names is noted. @throws RecordNotFound */
@Injectable()
export class PreviewPersonMerge {
  constructor(
    private readonly persons: PersonRepository,
    private readonly followers: MergeFollowers,
    private readonly scope: RequireMergeScope,
    private readonly accessLog: AccessLog,
    private readonly transactions: Transactions,
  ) {}

  async execute(goneId: string, keptId: string): Promise<PersonMergePreview> {
    const db = this.transactions.reader;
    const gone = await this.persons.find(goneId);
    const kept = await this.persons.find(keptId);
    if (gone === null || kept === null) throw new RecordNotFound();
    for (const { id } of [gone, kept]) await this.accessLog.noteRead(personRead, id);
    const two = { record: 'person', goneId, keptId } as const;
    const merged = gone.mergedInto ?? kept.mergedInto;
    const hindrances: (Hindrance | null)[] = [
      goneId === keptId ? { code: 'merge_into_itself' } : null,
      merged && { code: 'record_merged', values: { id: merged.id } },
      (gone.erasedAt ?? kept.erasedAt) ? { code: 'person_erased' } : null,
      await this.scope.hindrance(db, 'person.merge', two),
    ];
    return {
      gone,
      kept,
      effects: await this.followers.count(db, two),
      agreements: await this.followers.agreements(db, two, MOST_AGREEMENTS_NAMED),
      hindrances: hindrances.filter((one) => one !== null),
    };
  }
}
