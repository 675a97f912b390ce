export * from './metrics';
export * from './observability.module';
export * from './observation-server';
export * from './redact';
export * from './register-logger';
