import { Injectable } from '@nestjs/common';
import { Clock, type Permission } from '@app/kernel';
import { AuditTrail, accountActor, auditKind } from '@app/audit';
import {
  AccessControl,
  Caller,
  Credential,
  PermissionRequired,
  SecondFactorRequired,
  Settings,
  Transactions,
} from '@app/platform';
import { decideAccess, organisationsOf } from '../domain/access';
import { SEEN_EVERY_SECONDS, digestOf } from '../domain/session-token';
import { AccountRepository } from '../persistence/account.repository';

const permissionRefused = auditKind<{ readonly permission: Permission; readonly code: string }>(
  'permission.refused',
  'account',
);

/** Finds the caller behind a credential and decides what they may do, for the edge. */
@Injectable()
export class GuardAccess extends AccessControl {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    super();
  }

  async identify({ kind, token }: Credential): Promise<Caller | null> {
    return kind === 'session' ? this.behindSession(token) : null;
  }

  require(caller: Caller, permission: Permission): void {
    const decision = decideAccess(caller, permission);
    if (decision === 'permission_required') throw new PermissionRequired();
    if (decision === 'second_factor_required') throw new SecondFactorRequired();
  }

  async noteRefusal(caller: Caller, permission: Permission, code: string): Promise<void> {
    await this.transactions.run((tx) =>
      this.audit.note(tx, permissionRefused, {
        actor: accountActor(caller.accountId),
        subjectId: caller.accountId,
        payload: { permission, code },
      }),
    );
  }

  private async behindSession(token: string): Promise<Caller | null> {
    const digest = digestOf(token);
    if (digest === null) return null;
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.settings.sessionIdleMinutes * 60_000);
    const session = await this.accounts.findSession(digest, now, idleSince);
    if (session === null) return null;
    if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_SECONDS * 1000) {
      await this.accounts.noteSeen(session.sessionId, now);
    }
    const { id, sessionId, language, grants, secondFactor } = session;
    return {
      accountId: id,
      sessionId,
      tokenId: null,
      language,
      grants,
      limitedTo: null,
      secondFactor,
      organisations: organisationsOf(grants),
    };
  }
}
