import { Module } from '@nestjs/common';
import { HolidaysController } from './http/holidays.controller';
import { RegionsController } from './http/regions.controller';
import { SectorsController } from './http/sectors.controller';
import { ZonesController } from './http/zones.controller';
import { ReferenceModule } from './reference.module';

/** Routes of the country's lists. */
@Module({
  imports: [ReferenceModule],
  controllers: [RegionsController, ZonesController, SectorsController, HolidaysController],
})
export class ReferenceHttpModule {}
