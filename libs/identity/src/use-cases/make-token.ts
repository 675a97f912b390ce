import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock, FieldViolation, FieldsRefused, PERMISSIONS, type Permission } from '@app/kernel';
import { Caller, Transactions, newId } from '@app/platform';
import { grantsFor } from '../domain/access';
import {
  LONGEST_TOKEN_DAYS,
  MOST_TOKENS,
  apiTokenDigest,
  mayBeCarried,
  newApiToken,
} from '../domain/api-token';
import { TooManyTokens } from '../domain/refusals';
import { ApiTokens, ListedToken } from '../persistence/api-tokens';
import { tokenMade } from './credential-kinds';

export interface TokenToMake {
  readonly name: string;
  readonly permissions: readonly string[];
  /** ISO 8601 with a zone. */
  readonly expiresAt: string;
}

/** A token and what it is, which is shown once. */
export interface MadeToken extends ListedToken {
  readonly token: string;
}

const DAY_MS = 86_400_000;

/**
 * Makes an API token that may some of what its holder may, for a time. It counts as used with a second factor when
 * the session that makes it does.
 * @throws FieldsRefused @throws TooManyTokens
 */
@Injectable()
export class MakeToken {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    { name, permissions: asked, expiresAt: end }: TokenToMake,
  ): Promise<MadeToken> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(end);
    const permissions = PERMISSIONS.filter((permission) => asked.includes(permission));
    const violations = [
      ...(asked.length === 0 ? [{ field: 'permissions', code: 'no_permission' }] : []),
      ...violationsOfTime(createdAt, expiresAt),
      ...asked.flatMap((permission, index) =>
        violationsOfPermission(caller, permission as Permission, index),
      ),
    ];
    if (violations.length > 0) throw new FieldsRefused(violations);
    const token = newApiToken();
    const tokenSha256 = apiTokenDigest(token);
    if (tokenSha256 === null) throw new Error('a new token has the form of a token');
    const { accountId, secondFactor } = caller;
    const listed = { id: newId(), name, permissions, secondFactor, createdAt, expiresAt, lastUsedAt: null };
    await this.transactions.run(async (tx) => {
      if ((await this.tokens.lockAndCount(tx, accountId, createdAt)) >= MOST_TOKENS)
        throw new TooManyTokens();
      await this.tokens.insert(tx, { ...listed, accountId, tokenSha256, revokedAt: null });
      await this.audit.note(tx, tokenMade, {
        actor: accountActor(accountId),
        subjectId: listed.id,
        payload: { permissions, expiresAt: expiresAt.toISOString(), secondFactor },
      });
    });
    return { ...listed, token };
  }
}

function violationsOfTime(createdAt: Date, expiresAt: Date): FieldViolation[] {
  const longest = createdAt.getTime() + LONGEST_TOKEN_DAYS * DAY_MS;
  if (expiresAt > createdAt && expiresAt.getTime() <= longest) return [];
  return [{ field: 'expiresAt', code: 'token_time_refused', values: { days: LONGEST_TOKEN_DAYS } }];
}

function violationsOfPermission(caller: Caller, permission: Permission, index: number): FieldViolation[] {
  const field = `permissions[${index}]`;
  if (!mayBeCarried(permission)) return [{ field, code: 'not_for_tokens' }];
  return grantsFor(caller, permission).length > 0 ? [] : [{ field, code: 'permission_not_held' }];
}
