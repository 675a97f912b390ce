import {
  HolidayEntity,
  LoadedProfileEntity,
  RegionEntity,
  SectorEntity,
  ZoneEntity,
} from './persistence/reference.entities';

export * from './domain/country-profile';
export * from './domain/holiday';
export { readCountryProfile } from './persistence/country-profile.file';
export * from './reference.module';
export * from './use-cases/business-calendar';

/** Every table of this feature. */
export const REFERENCE_ENTITIES = [
  LoadedProfileEntity,
  RegionEntity,
  ZoneEntity,
  SectorEntity,
  HolidayEntity,
];
