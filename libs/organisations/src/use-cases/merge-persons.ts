import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock } from '@app/kernel';
import { RecordVersion, Transactions, newId } from '@app/platform';
import type { Person } from '../domain/person';
import { MergeIntoItself, PersonErased, RecordMerged } from '../domain/refusals';
import { MergeRepository } from '../persistence/merge.repository';
import { PersonRepository } from '../persistence/person.repository';
import { MergeFollowers } from './merge-followers';
import { RequireMergeScope } from './require-merge-scope';

type Transaction = Parameters<PersonRepository['lock']>[0];

interface PersonMergedPayload {
  readonly mergeId: string;
  /** The other record: the one that stays in the entry of the one that went, and the other way round. */
  readonly otherId: string;
}

const personMerged = auditKind<PersonMergedPayload>('person.merged', 'person');
const personTookIn = auditKind<PersonMergedPayload>('person.took_in', 'person');

export interface PersonMergeToMake {
  /** The record that goes, in the revision that was looked at. */
  readonly gone: RecordVersion;
  readonly kept: RecordVersion;
  readonly reason: string;
}

/**
 * Makes two records of one person one: the signatures of the one that goes are those of the one that stays. Names stay
 * where they were recorded and are read together.
 * @throws RecordNotFound @throws RecordIsStale @throws MergeIntoItself @throws RecordMerged when either was merged
 * @throws PersonErased when either was erased @throws OutsideScope
 */
@Injectable()
export class MergePersons {
  constructor(
    private readonly persons: PersonRepository,
    private readonly merges: MergeRepository,
    private readonly followers: MergeFollowers,
    private readonly scope: RequireMergeScope,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the record that went, which leads to the one that stays. */
  async execute(merge: PersonMergeToMake, actor: Actor): Promise<Person> {
    if (merge.gone.id === merge.kept.id) throw new MergeIntoItself();
    return this.transactions.run(async (tx) => {
      const { gone, kept } = await this.lockBoth(tx, merge);
      const two = { record: 'person', goneId: gone.id, keptId: kept.id } as const;
      await this.scope.at(tx, 'person.merge', two);
      await this.persons.lead(tx, gone, kept.id);
      await this.merges.leadOn(tx, 'person', gone.id, kept.id);
      await this.persons.change(tx, kept, kept.note);
      await this.followers.follow(tx, two);
      const mergeId = newId();
      const { reason } = merge;
      await this.merges.insert(tx, 'person', {
        ...{ id: mergeId, goneId: gone.id, keptId: kept.id, reason, mergedBy: actor },
        ...{ mergedAt: this.clock.now(), changes: {}, moved: {} },
      });
      await this.audit.note(tx, personMerged, {
        ...{ actor, subjectId: gone.id, reason },
        payload: { mergeId, otherId: kept.id },
      });
      await this.audit.note(tx, personTookIn, {
        ...{ actor, subjectId: kept.id, reason },
        payload: { mergeId, otherId: gone.id },
      });
      return this.persons.lock(tx, { id: gone.id, revision: gone.revision + 1 });
    });
  }

  /** In the order of their ids, so that two merges of the same records wait for each other and never in a circle. */
  private async lockBoth(tx: Transaction, merge: PersonMergeToMake): Promise<{ gone: Person; kept: Person }> {
    const goneFirst = merge.gone.id < merge.kept.id;
    const first = await this.persons.lock(tx, goneFirst ? merge.gone : merge.kept);
    const second = await this.persons.lock(tx, goneFirst ? merge.kept : merge.gone);
    const [gone, kept] = goneFirst ? [first, second] : [second, first];
    for (const { mergedInto, erasedAt } of [gone, kept]) {
      if (mergedInto) throw new RecordMerged(mergedInto.id);
      if (erasedAt !== null) throw new PersonErased();
    }
    return { gone, kept };
  }
}
