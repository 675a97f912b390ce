export * from './health';
export * from './health-report';
export * from './health.module';
export * from './process-heartbeat';
export * from './queue-depth';
export * from './time-zone-health';
