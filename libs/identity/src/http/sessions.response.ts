import { type Page, PageResponse } from '@app/platform';
import type { ListedSession } from '../use-cases/list-sessions';

/** An open session of the caller's account. */
export class ListedSessionResponse {
  id: string;
  createdAt: string;

  /** When somebody was last there, to the minute. */
  lastSeenAt: string;

  expiresAt: string;
  method: 'password' | 'provider';
  secondFactor: boolean;

  /** The network it was opened from. */
  address: string | null;

  /** What the browser calls itself. */
  agent: string | null;

  /** Whether it is the one that asks. */
  current: boolean;
}

export class SessionPageResponse extends PageResponse {
  items: ListedSessionResponse[];
}

/** A page of sessions as their holder reads them. */
export function sessionPageResponse(
  page: Page<ListedSession>,
  sessionId: string | null,
): SessionPageResponse {
  const items = page.items.map(
    ({ id, createdAt, lastSeenAt, expiresAt, method, secondFactor, address, agent }) => ({
      id,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      method,
      secondFactor,
      address,
      agent,
      current: id === sessionId,
    }),
  );
  return { ...page, items };
}
