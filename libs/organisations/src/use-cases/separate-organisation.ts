import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { OrganisationAccess } from '@app/identity';
import { Clock, RecordNotFound } from '@app/kernel';
import { Outbox, RecordVersion, Transactions } from '@app/platform';
import { touchesSame, withoutTakenOver } from '../domain/merge';
import type { Organisation } from '../domain/organisation';
import { MergedFurther, RecordNotMerged } from '../domain/refusals';
import { MergeInForce, MergeRepository } from '../persistence/merge.repository';
import { OrganisationRepository } from '../persistence/organisation.repository';
import { PersonalValues } from '../persistence/personal-values';
import { MergeFollowers } from './merge-followers';
import { organisationRenamed } from './organisation-renamed.event';
import { requireFreeIce } from './require-free-ice';
import { RequireMergeScope } from './require-merge-scope';

type Transaction = Parameters<OrganisationRepository['lock']>[0];

const organisationSeparated = auditKind<{ readonly mergeId: string; readonly otherId: string }>(
  'organisation.separated',
  'organisation',
);

/**
 * Makes two organisations of what was merged: each is again what it was, but for what somebody corrected since. Later
 * merges on top of this one are separated first.
 * @throws RecordNotFound @throws RecordIsStale @throws RecordNotMerged @throws OutsideScope @throws MergedFurther
 * @throws IceAlreadyRecorded when another organisation has the identifier by now
 */
@Injectable()
export class SeparateOrganisation {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly merges: MergeRepository,
    private readonly personalValues: PersonalValues,
    private readonly access: OrganisationAccess,
    private readonly followers: MergeFollowers,
    private readonly scope: RequireMergeScope,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param version the record that went. @returns it as it stands by itself. */
  async execute(version: RecordVersion, reason: string, actor: Actor): Promise<Organisation> {
    return this.transactions.run(async (tx) => {
      const merge = await this.merges.ofGone(tx, 'organisation', version.id);
      const { gone, kept } = await this.lockBoth(tx, version, merge);
      if (merge === null || gone.mergedInto === null) throw new RecordNotMerged();
      if (kept === null) throw new RecordNotFound();
      if (kept.mergedInto !== null) throw new MergedFurther(kept.mergedInto.id);
      await this.refuseWhatIsOnTop(tx, merge);
      const two = { record: 'organisation', goneId: gone.id, keptId: kept.id } as const;
      await this.giveValuesBack(tx, merge, gone, kept);
      await this.personalValues.giveContactsBack(tx, merge.moved.contacts ?? [], kept.id, gone.id);
      const { grants = [], invitations = [] } = merge.moved;
      await this.access.giveBack(tx, { grants, invitations }, kept.id, gone.id);
      await this.followers.giveBack(tx, two);
      // Only now it is known which agreements are those of the record that went.
      await this.scope.at(tx, 'organisation.merge', two);
      await this.merges.end(tx, 'organisation', merge.id, {
        separatedBy: actor,
        separatedAt: this.clock.now(),
        separationReason: reason,
      });
      for (const [subjectId, otherId] of [
        [gone.id, kept.id],
        [kept.id, gone.id],
      ] as const) {
        const payload = { mergeId: merge.id, otherId };
        await this.audit.note(tx, organisationSeparated, { actor, subjectId, reason, payload });
        await this.outbox.add(tx, organisationRenamed, { organisationId: subjectId });
      }
      return this.organisations.lock(tx, { id: gone.id, revision: gone.revision + 1 });
    });
  }

  /** The record that stays is locked at whatever revision: what somebody corrected of it since stays. */
  private async lockBoth(
    tx: Transaction,
    version: RecordVersion,
    merge: MergeInForce | null,
  ): Promise<{ gone: Organisation; kept: Organisation | null }> {
    if (merge === null) return { gone: await this.organisations.lock(tx, version), kept: null };
    if (version.id < merge.keptId) {
      const gone = await this.organisations.lock(tx, version);
      return { gone, kept: await this.organisations.lockAny(tx, merge.keptId) };
    }
    const kept = await this.organisations.lockAny(tx, merge.keptId);
    return { gone: await this.organisations.lock(tx, version), kept };
  }

  private async refuseWhatIsOnTop(tx: Transaction, merge: MergeInForce): Promise<void> {
    const later = await this.merges.laterThan(tx, 'organisation', merge);
    const onTop = later.find(({ changes }) => touchesSame(merge.changes, [changes]));
    if (onTop) throw new MergedFurther(onTop.goneId);
  }

  private async giveValuesBack(
    tx: Transaction,
    { changes }: MergeInForce,
    gone: Organisation,
    kept: Organisation,
  ): Promise<void> {
    const content = withoutTakenOver(kept, changes);
    await this.organisations.change(tx, kept, content, []);
    // Its identifier is free unless somebody took it meanwhile: they keep it.
    await requireFreeIce(this.organisations, tx, gone.ice, gone.id);
    await this.organisations.lead(tx, gone, null);
    await this.merges.leadBack(tx, 'organisation', gone.id);
    await this.organisations.renewSearch(tx, gone.id, gone);
    await this.organisations.renewSearch(tx, kept.id, content);
  }
}
