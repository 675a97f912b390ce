export * from './audit.module';
export * from './domain/actor';
export { AuditEntryEntity } from './persistence/audit-entry.entity';
export * from './use-cases/audit-trail';
