import { LocalizedText, correctedText } from '@app/kernel';

/** One branch of the sector; its code never changes, other records keep it. */
export interface Sector {
  readonly id: string;
  readonly revision: number;
  readonly code: string;
  readonly names: LocalizedText;
  readonly examples: readonly string[];
}

/** What is recorded of a sector. */
export type SectorContent = Omit<Sector, 'id' | 'revision'>;

/** What a correction may say; a field left out stays as it is. */
export interface SectorCorrection {
  readonly names?: Partial<LocalizedText> | null;
  readonly examples?: readonly string[] | null;
}

/** The sector as it reads after the correction. */
export function correctedSector(sector: SectorContent, correction: SectorCorrection): SectorContent {
  return {
    code: sector.code,
    names: correctedText(sector.names, correction.names),
    examples: correction.examples ?? sector.examples,
  };
}
