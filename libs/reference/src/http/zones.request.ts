import { Choice, Part, Text, TextInLanguages } from '@app/platform';
import { ZONE_STATUSES, ZoneCorrection, ZoneStatus } from '../domain/zone';

export class ZoneCorrectionRequest implements ZoneCorrection {
  @Part(() => TextInLanguages, { optional: true })
  names?: TextInLanguages | null;

  @Text({ max: 200, optional: true })
  city?: string | null;

  @Text({ max: 10, optional: true, description: 'Code of a region' })
  regionCode?: string | null;

  @Text({ max: 60, pattern: /^[a-z0-9_]+$/, optional: true, description: 'As in primary_p2i' })
  kind?: string | null;

  @Text({ max: 300, optional: true })
  manager?: string | null;

  @Choice(ZONE_STATUSES, { optional: true })
  status?: ZoneStatus | null;

  @Text({ optional: true })
  note?: string | null;
}
