/** Which regions and sectors the country has; the feature that keeps them answers. */
export abstract class KnownPlaces {
  /** Those of the codes that name none. */
  abstract unknownAmong(kind: 'regions' | 'sectors', codes: readonly string[]): Promise<readonly string[]>;
}
