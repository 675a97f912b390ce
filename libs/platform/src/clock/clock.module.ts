import { Global, Module } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { Settings } from '../config/settings';
import { readClockOffset } from './clock-offset';
import { MachineClock } from './machine-clock';

/** One clock for the whole process. */
@Global()
@Module({
  providers: [
    {
      provide: MachineClock,
      useFactory: (settings: Settings) => new MachineClock(readClockOffset(settings)),
      inject: [Settings],
    },
    { provide: Clock, useExisting: MachineClock },
  ],
  exports: [Clock, MachineClock],
})
export class ClockModule {}
