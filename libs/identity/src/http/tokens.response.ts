import { type Page, PageResponse } from '@app/platform';
import type { ListedToken } from '../use-cases/list-tokens';
import type { MadeToken } from '../use-cases/make-token';

/** An API token, which itself is shown once. */
export class TokenResponse {
  id: string;
  name: string;
  permissions: string[];

  /** Whether a second factor stood behind the session that made it. */
  secondFactor: boolean;

  createdAt: string;
  expiresAt: string;

  /** When it was last used, to the minute. */
  lastUsedAt: string | null;
}

/** A token that was made just now. */
export class MadeTokenResponse extends TokenResponse {
  /** What to send as `Authorization: Bearer …`; shown this once. */
  token: string;
}

export class TokenPageResponse extends PageResponse {
  items: TokenResponse[];
}

function tokenResponse(listed: ListedToken): TokenResponse {
  const { id, name, permissions, secondFactor, createdAt, expiresAt, lastUsedAt } = listed;
  return {
    id,
    name,
    permissions: [...permissions],
    secondFactor,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

/** A page of tokens as their holder reads them. */
export function tokenPageResponse(page: Page<ListedToken>): TokenPageResponse {
  return { ...page, items: page.items.map(tokenResponse) };
}

/** A token as its holder reads it this once. */
export function madeTokenResponse(made: MadeToken): MadeTokenResponse {
  return { ...tokenResponse(made), token: made.token };
}
