import { LocalizedText, correctedText } from '@app/kernel';

/** One of the country's regions; its code (ISO 3166-2) never changes, other records keep it. */
export interface Region {
  readonly id: string;
  readonly revision: number;
  readonly code: string;
  readonly names: LocalizedText;
  /** The city that the region is governed from. */
  readonly seat: string | null;
}

/** What is recorded of a region. */
export type RegionContent = Omit<Region, 'id' | 'revision'>;

/** What a correction may say; a field left out stays as it is. */
export interface RegionCorrection {
  readonly names?: Partial<LocalizedText> | null;
  readonly seat?: string | null;
}

/** The region as it reads after the correction. */
export function correctedRegion(region: RegionContent, correction: RegionCorrection): RegionContent {
  const { seat = region.seat } = correction;
  return { code: region.code, names: correctedText(region.names, correction.names), seat };
}
