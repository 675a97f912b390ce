import { LocalizedTextResponse, PageResponse } from '@app/platform';
import type { Zone } from '../domain/zone';

export class ZoneResponse implements Zone {
  id: string;
  code: string;
  names: LocalizedTextResponse;
  city: string | null;

  /** Code of the region that the zone lies in. */
  regionCode: string;

  /** What sort of zone it is, as in `primary_p2i`. */
  kind: string;

  /** Who manages the zone; null when that is not published. */
  manager: string | null;

  status: 'operating' | 'planned' | 'closed';
  note: string | null;
  revision: number;
}

export class ZonePageResponse extends PageResponse {
  items: ZoneResponse[];
}
