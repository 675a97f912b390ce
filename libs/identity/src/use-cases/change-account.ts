import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail, accountActor, changedFields, personal } from '@app/audit';
import { Clock, FieldsRefused, type RoleGrant, looksLikeIdentityNumber } from '@app/kernel';
import { type RecordVersion, Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { NATIONWIDE } from '../domain/access';
import type { AccountChange, AccountRecord } from '../domain/account-record';
import { administersAll, isSameGrant, requestedGrants } from '../domain/grants';
import { KnownPlaces } from '../domain/known-places';
import {
  AccountErased,
  DemonstrationAccountFixed,
  LastAdministrator,
  OwnGrantsUntouched,
} from '../domain/refusals';
import { AccountRecordRepository } from '../persistence/account-record.repository';
import { Access } from './access';
import { accountChanged } from './account-kinds';
import { EndSessions } from './end-sessions';
import { type LeftPosition, VacatePositions } from './vacate-positions';

/** An account as it is after a change, with the positions that its holder left by it. */
export interface ChangedAccount {
  readonly account: AccountRecord;
  readonly leftPositions: readonly LeftPosition[];
}

/**
 * Changes an account. Other grants hold from its next request on; closing it ends its sessions and tokens and leaves
 * the positions it held vacant, with all they own. Nobody does either to themselves, and one administrator of the
 * whole country remains.
 * @throws RecordNotFound @throws RecordIsStale @throws OutsideScope @throws FieldsRefused @throws OwnGrantsUntouched
 * @throws LastAdministrator @throws DemonstrationAccountFixed @throws AccountErased
 */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly accounts: AccountRecordRepository,
    private readonly access: Access,
    private readonly places: KnownPlaces,
    private readonly endSessions: EndSessions,
    private readonly vacatePositions: VacatePositions,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(version: RecordVersion, change: AccountChange, callerId: string): Promise<ChangedAccount> {
    this.access.requireAt('account.change', NATIONWIDE);
    const actor = accountActor(callerId);
    return this.transactions.run(async (tx) => {
      await this.accounts.lockAdministrators(tx);
      const before = await this.accounts.lock(tx, version);
      if (before.erased) throw new AccountErased();
      if (looksLikeIdentityNumber(change.name ?? ''))
        throw new FieldsRefused([{ field: 'name', code: 'identity_number' }]);
      const after = await this.changed(before, change);
      const ofAccess = before.active !== after.active || !haveSame(before.grants, after.grants);
      if (ofAccess && before.id === callerId) throw new OwnGrantsUntouched();
      if (ofAccess && before.demonstration) throw new DemonstrationAccountFixed();
      await this.requireAdministrator(tx, before, after);
      return this.write(tx, before, after, actor);
    });
  }

  private async changed(before: AccountRecord, change: AccountChange): Promise<AccountRecord> {
    const grants = change.grants ? await this.grantsOf(before, change.grants) : before.grants;
    return {
      ...before,
      name: change.name ?? before.name,
      language: change.language ?? before.language,
      active: change.active ?? before.active,
      grants,
    };
  }

  private async grantsOf(
    { kind, grants: before }: AccountRecord,
    requested: NonNullable<AccountChange['grants']>,
  ): Promise<readonly RoleGrant[]> {
    const grants = requestedGrants(kind, requested);
    const violations = [];
    for (const [index, grant] of grants.entries()) {
      const field = `grants[${index}]`;
      const { scope } = grant;
      // Whoever speaks for an organisation was named by it and confirmed by two officers.
      if (kind === 'investor' && !before.some((held) => isSameGrant(held, grant)))
        violations.push({ field, code: 'by_invitation_only' });
      if (!('codes' in scope)) continue;
      const unknown = await this.places.unknownAmong(scope.kind, scope.codes);
      if (unknown.length > 0) violations.push({ field: `${field}.scope.codes`, code: 'unknown_reference' });
    }
    if (violations.length > 0) throw new FieldsRefused(violations);
    return grants;
  }

  private async requireAdministrator(
    tx: EntityManager,
    before: AccountRecord,
    after: AccountRecord,
  ): Promise<void> {
    const did = before.active && administersAll([...before.grants, ...before.providerGrants]);
    const does = after.active && administersAll([...after.grants, ...after.providerGrants]);
    if (did && !does && !(await this.accounts.hasOtherAdministrator(tx, before.id)))
      throw new LastAdministrator();
  }

  private async write(
    tx: EntityManager,
    before: AccountRecord,
    after: AccountRecord,
    actor: Actor,
  ): Promise<ChangedAccount> {
    const { name, language, active, grants } = after;
    const sameGrants = haveSame(before.grants, grants);
    const changed = changedFields(
      { language: before.language, active: before.active, grants: before.grants },
      { language, active, grants: sameGrants ? before.grants : grants },
    );
    const renamed = before.name !== name;
    if (!renamed && Object.keys(changed).length === 0) return { account: before, leftPositions: [] };
    const deactivatedAt = active ? null : this.clock.now();
    await this.accounts.change(tx, before, {
      name,
      language,
      active,
      ...(before.active === active ? {} : { deactivatedAt }),
    });
    if (!sameGrants) await this.accounts.replaceGrants(tx, before, grants, this.clock.now());
    await this.audit.note(tx, accountChanged, {
      actor,
      subjectId: before.id,
      payload: { changed, ...(renamed ? { name: { from: personal(before.name), to: personal(name) } } : {}) },
    });
    const closed = before.active && !active;
    if (closed) await this.endSessions.execute(before.id, actor);
    const leftPositions = closed ? await this.vacatePositions.execute(before.id, actor) : [];
    const lastSeenAt = closed ? null : before.lastSeenAt;
    return { account: { ...after, revision: before.revision + 1, lastSeenAt }, leftPositions };
  }
}

function haveSame(one: readonly RoleGrant[], other: readonly RoleGrant[]): boolean {
  return one.length === other.length && one.every((grant) => other.some((same) => isSameGrant(grant, same)));
}
