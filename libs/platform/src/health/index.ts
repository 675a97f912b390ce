export * from './health';
export * from './health-report';
export * from './health.module';
export * from './time-zone-health';
