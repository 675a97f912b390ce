import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';
import { DataRequestEntity, ProcessingEntity, RetentionRunEntity } from './persistence/privacy.entities';

registerSentences({ ar, fr, en });

/** Every table of this feature. */
export const PRIVACY_ENTITIES = [DataRequestEntity, ProcessingEntity, RetentionRunEntity];

export * from './domain/data-request';
export * from './domain/processing';
export * from './domain/refusals';
export * from './domain/retention';
export * from './privacy-http.module';
export * from './privacy-jobs.module';
export * from './privacy.module';
export * from './use-cases/apply-retention';
export * from './use-cases/record-data-request';
export * from './use-cases/retention-job';
