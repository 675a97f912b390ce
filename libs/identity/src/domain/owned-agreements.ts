/** How many agreements positions own; the feature that keeps agreements answers. */
export abstract class OwnedAgreements {
  /** The number for each position that owns any. */
  abstract countByPosition(positionIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
