import { Module } from '@nestjs/common';
import { Settings } from '@app/platform';
import { CountryProfile } from './domain/country-profile';
import { readCountryProfile } from './persistence/country-profile.file';
import { HolidayDatesRepository } from './persistence/holiday-dates.repository';
import { BusinessCalendar } from './use-cases/business-calendar';

/** The country as data: its profile, its calendar and its lists. */
@Module({
  providers: [
    {
      provide: CountryProfile,
      useFactory: (settings: Settings) => readCountryProfile(settings.countryProfile),
      inject: [Settings],
    },
    HolidayDatesRepository,
    BusinessCalendar,
  ],
  exports: [CountryProfile, BusinessCalendar],
})
export class ReferenceModule {}
