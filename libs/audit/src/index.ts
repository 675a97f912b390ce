import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

registerSentences({ ar, fr, en });

export * from './audit-http.module';
export * from './audit-jobs.module';
export * from './audit.module';
export * from './domain/actor';
export * from './domain/audit-kind';
export * from './domain/changed-fields';
export { type Personal, personal } from './domain/personal';
export { AuditSealer } from './jobs/audit-sealer';
export { AUDIT_ENTITIES } from './persistence/audit.entities';
export * from './use-cases/access-log';
export * from './use-cases/actor-names';
export { makeCheckpointJob, verifyTrailJob } from './use-cases/audit-jobs';
export * from './use-cases/audit-trail';
export * from './use-cases/count-unsealed';
export * from './use-cases/erase-audited-values';
export * from './use-cases/export-entries';
export * from './use-cases/export-trail';
export * from './use-cases/list-checkpoints';
export * from './use-cases/make-checkpoint';
export * from './use-cases/seal-entries';
export { VerifyTrail } from './use-cases/verify-trail';
