import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock } from '@app/kernel';
import { RecordVersion, Transactions } from '@app/platform';
import type { Person } from '../domain/person';
import { MergedFurther, PersonErased, RecordNotMerged } from '../domain/refusals';
import { MergeRepository } from '../persistence/merge.repository';
import { PersonRepository } from '../persistence/person.repository';
import { MergeFollowers } from './merge-followers';
import { RequireMergeScope } from './require-merge-scope';

const personSeparated = auditKind<{ readonly mergeId: string; readonly otherId: string }>(
  'person.separated',
  'person',
);

/**
 * Makes two persons of what was merged: each has the names and signatures of its own record again.
 * @throws RecordNotFound @throws RecordIsStale @throws RecordNotMerged @throws MergedFurther @throws PersonErased
 * when they were erased together @throws OutsideScope
 */
@Injectable()
export class SeparatePerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly merges: MergeRepository,
    private readonly followers: MergeFollowers,
    private readonly scope: RequireMergeScope,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param version the record that went. @returns it as it stands by itself. */
  async execute(version: RecordVersion, reason: string, actor: Actor): Promise<Person> {
    return this.transactions.run(async (tx) => {
      const merge = await this.merges.ofGone(tx, 'person', version.id);
      if (merge !== null && merge.keptId < version.id) await this.persons.lockAny(tx, merge.keptId);
      const gone = await this.persons.lock(tx, version);
      if (merge === null || gone.mergedInto === null) throw new RecordNotMerged();
      const kept = await this.persons.lockAny(tx, merge.keptId);
      if (kept.mergedInto !== null) throw new MergedFurther(kept.mergedInto.id);
      if (gone.erasedAt !== null || kept.erasedAt !== null) throw new PersonErased();
      const two = { record: 'person', goneId: gone.id, keptId: kept.id } as const;
      await this.persons.lead(tx, gone, null);
      await this.merges.leadBack(tx, 'person', gone.id);
      await this.persons.change(tx, kept, kept.note);
      await this.followers.giveBack(tx, two);
      // Only now it is known which agreements are those of the record that went.
      await this.scope.at(tx, 'person.merge', two);
      await this.merges.end(tx, 'person', merge.id, {
        ...{ separatedBy: actor, separatedAt: this.clock.now(), separationReason: reason },
      });
      for (const [subjectId, otherId] of [
        [gone.id, kept.id],
        [kept.id, gone.id],
      ] as const) {
        const payload = { mergeId: merge.id, otherId };
        await this.audit.note(tx, personSeparated, { actor, subjectId, reason, payload });
      }
      return this.persons.lock(tx, { id: gone.id, revision: gone.revision + 1 });
    });
  }
}
