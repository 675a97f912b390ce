export * from './count-store';
export * from './counted-minute';
export * from './limits.module';
export * from './request-limits';
