import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { OrganisationAccess } from '@app/identity';
import { Clock, FieldsRefused } from '@app/kernel';
import { Outbox, RecordVersion, Transactions, newId } from '@app/platform';
import {
  MergeChanges,
  MergeChoices,
  MergeContradiction,
  choiceViolations,
  planMerge,
  withTakenOver,
} from '../domain/merge';
import type { Organisation } from '../domain/organisation';
import { BothHaveAccess, MergeIntoItself, RecordMerged } from '../domain/refusals';
import { MergeRepository } from '../persistence/merge.repository';
import { OrganisationRepository } from '../persistence/organisation.repository';
import { PersonalValues } from '../persistence/personal-values';
import { MergeFollowers } from './merge-followers';
import { organisationRenamed } from './organisation-renamed.event';
import { requireFreeIce } from './require-free-ice';
import { RequireMergeScope } from './require-merge-scope';

/** What was merged, and what the record that stays took over. */
export interface OrganisationMergedPayload {
  readonly mergeId: string;
  /** The other record: the one that stays in the entry of the one that went, and the other way round. */
  readonly otherId: string;
  readonly changes: MergeChanges;
  /** Both sides of what they contradicted each other in, so that the trail says what was chosen against. */
  readonly contradictions: readonly MergeContradiction[];
  /** Ids of contacts, grants and invitations that moved. */
  readonly moved: Readonly<Record<string, readonly string[]>>;
}

const organisationMerged = auditKind<OrganisationMergedPayload>('organisation.merged', 'organisation');
const organisationTookIn = auditKind<OrganisationMergedPayload>('organisation.took_in', 'organisation');

export interface MergeToMake {
  /** The record that goes, in the revision that was looked at. */
  readonly gone: RecordVersion;
  readonly kept: RecordVersion;
  readonly choices: MergeChoices;
  readonly reason: string;
}

/**
 * Makes two records of one organisation one. The one that goes keeps what was said of it and leads to the one that
 * stays; documents of versions keep its id. Contacts, accounts and invitations follow.
 * @throws RecordNotFound @throws RecordIsStale @throws MergeIntoItself @throws RecordMerged when either was merged
 * @throws OutsideScope @throws BothHaveAccess @throws FieldsRefused where a contradiction has no choice
 * @throws IceAlreadyRecorded
 */
@Injectable()
export class MergeOrganisations {
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

  /** @returns the record that went, which leads to the one that stays. */
  async execute(merge: MergeToMake, actor: Actor): Promise<Organisation> {
    if (merge.gone.id === merge.kept.id) throw new MergeIntoItself();
    return this.transactions.run(async (tx) => {
      const { gone, kept } = await this.lockBoth(tx, merge);
      const two = { record: 'organisation', goneId: gone.id, keptId: kept.id } as const;
      await this.scope.at(tx, 'organisation.merge', two);
      await this.refuseTwoAccesses(tx, gone.id, kept.id);
      const plan = planMerge(gone, kept, merge.choices);
      if (plan.undecided.length > 0) throw new FieldsRefused(choiceViolations(plan));
      if (plan.changes.ice) await requireFreeIce(this.organisations, tx, plan.changes.ice.to, gone.id);
      await this.organisations.lead(tx, gone, kept.id);
      await this.merges.leadOn(tx, 'organisation', gone.id, kept.id);
      const content = withTakenOver(kept, plan.changes);
      await this.organisations.change(tx, kept, content, []);
      await this.organisations.renewSearch(tx, kept.id, content);
      const contacts = await this.personalValues.moveContacts(tx, gone.id, kept.id);
      const moved = { contacts, ...(await this.access.move(tx, gone.id, kept.id)) };
      await this.followers.follow(tx, two);
      const mergeId = newId();
      await this.merges.insert(tx, 'organisation', {
        id: mergeId,
        ...{ goneId: gone.id, keptId: kept.id, reason: merge.reason },
        ...{ mergedBy: actor, mergedAt: this.clock.now(), changes: plan.changes, moved },
      });
      const payload = { mergeId, changes: plan.changes, contradictions: plan.contradictions, moved };
      for (const [kind, subjectId, otherId] of [
        [organisationMerged, gone.id, kept.id],
        [organisationTookIn, kept.id, gone.id],
      ] as const) {
        await this.audit.note(tx, kind, {
          ...{ actor, subjectId, reason: merge.reason },
          payload: { ...payload, otherId },
        });
      }
      await this.outbox.add(tx, organisationRenamed, { organisationId: kept.id });
      return this.organisations.lock(tx, { id: gone.id, revision: gone.revision + 1 });
    });
  }

  /** In the order of their ids, so that two merges of the same records wait for each other and never in a circle. */
  private async lockBoth(
    tx: Parameters<OrganisationRepository['lock']>[0],
    merge: MergeToMake,
  ): Promise<{ gone: Organisation; kept: Organisation }> {
    const goneFirst = merge.gone.id < merge.kept.id;
    const first = await this.organisations.lock(tx, goneFirst ? merge.gone : merge.kept);
    const second = await this.organisations.lock(tx, goneFirst ? merge.kept : merge.gone);
    const [gone, kept] = goneFirst ? [first, second] : [second, first];
    for (const { mergedInto } of [gone, kept]) if (mergedInto) throw new RecordMerged(mergedInto.id);
    return { gone, kept };
  }

  private async refuseTwoAccesses(
    tx: Parameters<OrganisationRepository['lock']>[0],
    ...ids: readonly string[]
  ): Promise<void> {
    let withAccess = 0;
    for (const id of ids) {
      const { accounts, invitations } = await this.access.count(tx, id);
      if (accounts + invitations > 0) withAccess += 1;
    }
    if (withAccess === ids.length) throw new BothHaveAccess();
  }
}
