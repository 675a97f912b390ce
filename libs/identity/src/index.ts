import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

registerSentences({ ar, fr, en });

export * from './access.module';
export * from './domain/access';
export * from './domain/grants';
export * from './domain/known-places';
export * from './domain/owned-agreements';
export * from './domain/permissions';
export * from './domain/position';
export * from './domain/refusals';
export * from './domain/roles';
export * from './identity-http.module';
export * from './identity.module';
export { IDENTITY_ENTITIES } from './persistence/identity.entities';
export type { AccountView } from './persistence/account.repository';
export * from './use-cases/access';
export * from './use-cases/create-first-account';
export * from './use-cases/end-sessions';
export * from './use-cases/open-session';
export * from './use-cases/set-password';
export * from './use-cases/erase-account';
export * from './use-cases/erase-past-its-time';
export * from './use-cases/export-account';
export * from './use-cases/sign-in';
