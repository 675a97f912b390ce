import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

registerSentences({ ar, fr, en });

export { PUBLIC_STATUSES, type PublicStatus, publicStatusOf } from './domain/public-status';
export * from './publication-http.module';
export * from './publication.module';
