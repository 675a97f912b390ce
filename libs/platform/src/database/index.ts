export * from './database.module';
export * from './ids';
export * from './listing';
export * from './migrate';
export * from './refusals';
export * from './revisions';
export * from './search';
export * from './transactions';
