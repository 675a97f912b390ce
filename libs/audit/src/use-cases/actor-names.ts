/** Knows who is behind an account; identity provides it. */
export abstract class ActorNames {
  /** What each account is called; one that is gone is missing from the answer. */
  abstract namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
