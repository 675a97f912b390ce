import { Global, Module } from '@nestjs/common';
import { AccessModule, KnownPlaces } from '@app/identity';
import { LegalDay } from '@app/kernel';
import { Settings } from '@app/platform';
import { CountryProfile } from './domain/country-profile';
import { readCountryProfile } from './persistence/country-profile.file';
import { HolidayRepository } from './persistence/holiday.repository';
import { LoadedProfileRepository } from './persistence/loaded-profile.repository';
import { RegionRepository } from './persistence/region.repository';
import { SectorRepository } from './persistence/sector.repository';
import { ZoneRepository } from './persistence/zone.repository';
import { AnnounceHoliday } from './use-cases/announce-holiday';
import { BeginRegister } from './use-cases/begin-register';
import { BusinessCalendar } from './use-cases/business-calendar';
import { CorrectHoliday } from './use-cases/correct-holiday';
import { CorrectRegion } from './use-cases/correct-region';
import { CorrectSector } from './use-cases/correct-sector';
import { CorrectZone } from './use-cases/correct-zone';
import { FindHoliday } from './use-cases/find-holiday';
import { FindRegion } from './use-cases/find-region';
import { FindSector } from './use-cases/find-sector';
import { FindZone } from './use-cases/find-zone';
import { ListHolidays } from './use-cases/list-holidays';
import { ListRegions } from './use-cases/list-regions';
import { ListSectors } from './use-cases/list-sectors';
import { ListZones } from './use-cases/list-zones';
import { PlacesOfCountry } from './use-cases/places-of-country';
import { RecordHoliday } from './use-cases/record-holiday';
import { RecordRegion } from './use-cases/record-region';
import { RecordSector } from './use-cases/record-sector';
import { RecordZone } from './use-cases/record-zone';

const COUNTRY_PROFILE = {
  provide: CountryProfile,
  useFactory: (settings: Settings) => readCountryProfile(settings.countryProfile),
  inject: [Settings],
};

const LEGAL_DAY = { provide: LegalDay, useExisting: BusinessCalendar };
const KNOWN_PLACES = { provide: KnownPlaces, useClass: PlacesOfCountry };

const REPOSITORIES = [
  RegionRepository,
  ZoneRepository,
  SectorRepository,
  HolidayRepository,
  LoadedProfileRepository,
];

const USE_CASES = [
  AnnounceHoliday,
  BeginRegister,
  BusinessCalendar,
  CorrectHoliday,
  CorrectRegion,
  CorrectSector,
  CorrectZone,
  FindHoliday,
  FindRegion,
  FindSector,
  FindZone,
  ListHolidays,
  ListRegions,
  ListSectors,
  ListZones,
  RecordHoliday,
  RecordRegion,
  RecordSector,
  RecordZone,
];

/** The country as data: its profile, its calendar and its lists; every feature asks what day it is. */
@Global()
@Module({
  imports: [AccessModule],
  providers: [COUNTRY_PROFILE, LEGAL_DAY, KNOWN_PLACES, ...REPOSITORIES, ...USE_CASES],
  exports: [CountryProfile, LegalDay, KnownPlaces, ...USE_CASES],
})
export class ReferenceModule {}
