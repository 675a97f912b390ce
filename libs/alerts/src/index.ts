import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

registerSentences({ ar, fr, en });

export * from './alerts-http.module';
export * from './alerts-jobs.module';
export * from './alerts.module';
export * from './domain/ledger';
export * from './domain/plan-occurrences';
export * from './domain/rules';
export { ALERTS_ENTITIES } from './persistence/alert.entities';
export type { RehearsedMessage } from './persistence/rehearsal.repository';
export * from './use-cases/alert-jobs';
export * from './use-cases/dispatch-notification';
export * from './use-cases/find-last-plan';
export * from './use-cases/watch-register';
export * from './use-cases/list-outbox';
export * from './use-cases/plan-alerts';
export * from './use-cases/letter/promise-in-words';
export * from './use-cases/rehearse-alerts';
