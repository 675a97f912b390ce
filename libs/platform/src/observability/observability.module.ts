import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics';
import { ObservationServer } from './observation-server';

/** What a process shows of itself on `METRICS_PORT`. */
@Global()
@Module({ providers: [Metrics, ObservationServer], exports: [Metrics, ObservationServer] })
export class ObservabilityModule {}
