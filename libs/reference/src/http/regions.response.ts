import { LocalizedTextResponse, PageResponse } from '@app/platform';
import type { Region } from '../domain/region';

export class RegionResponse implements Region {
  id: string;

  /** ISO 3166-2 */
  code: string;

  names: LocalizedTextResponse;

  /** The city that the region is governed from. */
  seat: string | null;

  revision: number;
}

export class RegionPageResponse extends PageResponse {
  items: RegionResponse[];
}
