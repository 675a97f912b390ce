import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

registerSentences({ ar, fr, en });

export * from './delivery-http.module';
export * from './delivery.module';
export * from './domain/commitment-view';
export { COMMITMENT_SORTS, type CommitmentSort } from './domain/commitment-filter';
export { firstDeadline, movesPromise, reschedulingOf } from './domain/deadline-history';
export * from './domain/derive-status';
export * from './domain/evidence-rank';
export * from './domain/forecast/forecast';
export * from './domain/forecast/promised-line';
export * from './domain/observation';
export * from './domain/promise-selection';
export * from './domain/promised-summary';
export { OUTCOMES, type Outcome } from './domain/settlement';
export * from './domain/workflows';
export { DELIVERY_ENTITIES } from './persistence/settling.entities';
export * from './use-cases/add-up-promises';
export * from './use-cases/find-commitment';
export { type CountedIn, type ForecastWords, forecastWords } from './use-cases/forecast-sentence';
export { ListCommitments } from './use-cases/list-commitments';
export * from './use-cases/list-selected-promises';
export * from './use-cases/promise-conditions';
export * from './use-cases/summarise-promises';
