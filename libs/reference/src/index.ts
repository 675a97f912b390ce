import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';
import {
  HolidayEntity,
  LoadedProfileEntity,
  RegionEntity,
  SectorEntity,
  ZoneEntity,
} from './persistence/reference.entities';

registerSentences({ ar, fr, en });

/** Every table of this feature. */
export const REFERENCE_ENTITIES = [
  LoadedProfileEntity,
  RegionEntity,
  ZoneEntity,
  SectorEntity,
  HolidayEntity,
];

export * from './domain/country-profile';
export * from './domain/holiday';
export * from './domain/holiday-changes';
export * from './domain/refusals';
export * from './domain/region';
export * from './domain/sector';
export * from './domain/zone';
export { readCountryProfile } from './persistence/country-profile.file';
export * from './reference-http.module';
export * from './reference.module';
export * from './use-cases/announce-holiday';
export * from './use-cases/begin-register';
export * from './use-cases/business-calendar';
export * from './use-cases/correct-holiday';
export * from './use-cases/correct-region';
export * from './use-cases/correct-sector';
export * from './use-cases/correct-zone';
export * from './use-cases/find-holiday';
export * from './use-cases/find-region';
export * from './use-cases/find-sector';
export * from './use-cases/find-zone';
export * from './use-cases/list-holidays';
export * from './use-cases/list-regions';
export * from './use-cases/list-sectors';
export * from './use-cases/list-zones';
export * from './use-cases/record-holiday';
export * from './use-cases/record-region';
export * from './use-cases/record-sector';
export * from './use-cases/record-zone';
