import { Part, TextInLanguages, TextList } from '@app/platform';
import type { SectorCorrection } from '../domain/sector';

export class SectorCorrectionRequest implements SectorCorrection {
  @Part(() => TextInLanguages, { optional: true })
  names?: TextInLanguages | null;

  @TextList({ size: 50, optional: true })
  examples?: string[] | null;
}
