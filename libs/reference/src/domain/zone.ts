import { LocalizedText, correctedText } from '@app/kernel';

/** Whether a zone works, is announced, or has ended. */
export const ZONE_STATUSES = ['operating', 'planned', 'closed'] as const;
export type ZoneStatus = (typeof ZONE_STATUSES)[number];

/** A place made for the sector: an integrated industrial platform, a technology valley. */
export interface Zone {
  readonly id: string;
  readonly revision: number;
  readonly code: string;
  readonly names: LocalizedText;
  readonly city: string | null;
  readonly regionCode: string;
  /** What sort of zone the country's profile says it is, as in `primary_p2i`. */
  readonly kind: string;
  readonly manager: string | null;
  readonly status: ZoneStatus;
  readonly note: string | null;
}

/** What is recorded of a zone. */
export type ZoneContent = Omit<Zone, 'id' | 'revision'>;

/** What a correction may say; a field left out stays as it is. */
export interface ZoneCorrection {
  readonly names?: Partial<LocalizedText> | null;
  readonly city?: string | null;
  readonly regionCode?: string | null;
  readonly kind?: string | null;
  readonly manager?: string | null;
  readonly status?: ZoneStatus | null;
  readonly note?: string | null;
}

/** The zone as it reads after the correction. */
export function correctedZone(zone: ZoneContent, correction: ZoneCorrection): ZoneContent {
  const { city = zone.city, manager = zone.manager, note = zone.note } = correction;
  return {
    code: zone.code,
    names: correctedText(zone.names, correction.names),
    city,
    regionCode: correction.regionCode ?? zone.regionCode,
    kind: correction.kind ?? zone.kind,
    manager,
    status: correction.status ?? zone.status,
    note,
  };
}

/** Where a zone lies, as far as scopes of roles look at it. */
export function placeOf({ regionCode }: Pick<Zone, 'regionCode'>) {
  return { regions: [regionCode], sectors: [] };
}
