export * from './alerts.module';
export * from './domain/ledger';
export * from './domain/plan-occurrences';
export * from './domain/rules';
export { ALERTS_ENTITIES } from './persistence/alert.entities';
export * from './use-cases/alert-jobs';
export * from './use-cases/plan-alerts';
