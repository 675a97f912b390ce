export * from './audit.module';
export * from './domain/actor';
export * from './domain/audit-kind';
export * from './domain/changed-fields';
export { type Personal, personal } from './domain/personal';
export { AUDIT_ENTITIES } from './persistence/audit.entities';
export * from './use-cases/audit-trail';
