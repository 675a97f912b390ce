export * from './audit.module';
export * from './domain/actor';
export * from './domain/audit-kind';
export * from './domain/changed-fields';
export { AuditEntryEntity } from './persistence/audit-entry.entity';
export * from './use-cases/audit-trail';
