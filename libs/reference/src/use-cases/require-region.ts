import { FieldsRefused } from '@app/kernel';
import type { RegionRepository } from '../persistence/region.repository';

/** Refuses the code of a region that the country does not have. @throws FieldsRefused */
export async function requireRegion(regions: RegionRepository, code: string): Promise<void> {
  if (await regions.hasCode(code)) return;
  throw new FieldsRefused([{ field: 'regionCode', code: 'region_unknown', values: { code } }]);
}
