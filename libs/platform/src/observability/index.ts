export * from './redact';
export * from './register-logger';
