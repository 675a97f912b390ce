/** Who did something: an account, or a named part of the system. */
export type Actor = `account:${string}` | `system:${string}`;

/** The person behind an account. */
export function accountActor(accountId: string): Actor {
  return `account:${accountId}`;
}
