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
import { USED_EVERY_SECONDS, apiTokenDigest } from '../domain/api-token';
import { decideAccess, organisationsOf } from '../domain/access';
import { SEEN_EVERY_SECONDS, digestOf } from '../domain/session-token';
import { AccountRepository, AccountView } from '../persistence/account.repository';
import { ApiTokens } from '../persistence/api-tokens';

const permissionRefused = auditKind<{ readonly permission: Permission; readonly code: string }>(
  'permission.refused',
  'account',
);

/** Finds the caller behind a credential and decides what they may do, for the edge. */
@Injectable()
export class GuardAccess extends AccessControl {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly tokens: ApiTokens,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    super();
  }

  async identify({ kind, token }: Credential): Promise<Caller | null> {
    return kind === 'session' ? this.behindSession(token) : this.behindApiToken(token);
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
    return callerOf(session, { sessionId: session.sessionId, tokenId: null, limitedTo: null });
  }

  private async behindApiToken(token: string): Promise<Caller | null> {
    const digest = apiTokenDigest(token);
    if (digest === null) return null;
    const now = this.clock.now();
    const found = await this.tokens.findLive(digest, now);
    if (found === null) return null;
    const { tokenId, permissions, lastUsedAt } = found;
    if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > USED_EVERY_SECONDS * 1000) {
      await this.tokens.noteUsed(tokenId, now);
    }
    return callerOf(found, { sessionId: null, tokenId, limitedTo: permissions });
  }
}

function callerOf(
  { id, language, grants, secondFactor }: AccountView & { readonly secondFactor: boolean },
  credential: Pick<Caller, 'sessionId' | 'tokenId' | 'limitedTo'>,
): Caller {
  const organisations = organisationsOf(grants);
  return { accountId: id, language, grants, secondFactor, organisations, ...credential };
}
