import { Part, Text, TextInLanguages } from '@app/platform';
import type { RegionCorrection } from '../domain/region';

export class RegionCorrectionRequest implements RegionCorrection {
  @Part(() => TextInLanguages, { optional: true })
  names?: TextInLanguages | null;

  @Text({ max: 200, optional: true, description: 'The city that the region is governed from' })
  seat?: string | null;
}
