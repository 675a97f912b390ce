import type { Language } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountKind, Role } from '../domain/roles';
import { CREDENTIAL_ENTITIES } from './credential.entities';
import { INVITATION_ENTITIES } from './invitation.entities';
import { PROVIDER_ENTITIES } from './provider.entities';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('text')
  email: string;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text')
  language: Language;

  /** Null for who signs in through a provider only. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('text', { default: 'staff' })
  kind: AccountKind;

  /** False once its holder has left: the account stays, for the trail names it. */
  @Column('boolean', { default: true })
  active: boolean;

  /** When it was closed; its holder is erased some time after. */
  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  deactivatedAt: Date | null;

  /** When name and address were erased; the id stays, for the trail names it. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** A fictional account for demonstrations. */
  @Column('boolean', { default: false })
  demonstration: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

@Entity('role_grant')
export class RoleGrantEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'account_kind' })
  accountKind: AccountKind;

  @Column('text')
  role: Role;

  @Column('text', { name: 'scope_kind' })
  scopeKind: 'country' | 'regions' | 'sectors' | 'organisation';

  /** Codes of regions or of sectors, as the kind of the scope says. */
  @Column('text', { array: true, default: '{}' })
  codes: string[];

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  /** Whether somebody granted it here or a provider of identities does; what the provider grants only it takes away. */
  @Column('text', { default: 'local' })
  origin: 'local' | 'provider';

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt: Date;
}

@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('bytea', { name: 'token_sha256' })
  tokenSha256: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date;

  @Column('boolean', { name: 'second_factor', default: false })
  secondFactor: boolean;

  @Column('text', { default: 'password' })
  method: 'password' | 'provider';

  /** The network it was opened from. */
  @Column('text', { nullable: true })
  address: string | null;

  /** What the browser calls itself. */
  @Column('text', { nullable: true })
  agent: string | null;
}

@Entity('position')
export class PositionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('text', { nullable: true })
  key: string | null;

  @Column('text', { name: 'name_ar', nullable: true })
  nameAr: string | null;

  @Column('text', { name: 'name_fr', nullable: true })
  nameFr: string | null;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn: string | null;

  @Column('uuid', { name: 'superior_id', nullable: true })
  superiorId: string | null;

  @Column('uuid', { name: 'holder_account_id', nullable: true })
  holderAccountId: string | null;

  /** Who acts for the holder, from one day to another, both included. */
  @Column('uuid', { name: 'delegate_account_id', nullable: true })
  delegateAccountId: string | null;

  @Column('date', { name: 'delegate_from', nullable: true })
  delegateFrom: string | null;

  @Column('date', { name: 'delegate_until', nullable: true })
  delegateUntil: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text', { name: 'request_sha256' })
  requestSha256: string;

  @Column('json', { nullable: true })
  answer: unknown;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

export const IDENTITY_ENTITIES = [
  AccountEntity,
  RoleGrantEntity,
  SessionEntity,
  PositionEntity,
  IdempotencyKeyEntity,
  ...CREDENTIAL_ENTITIES,
  ...INVITATION_ENTITIES,
  ...PROVIDER_ENTITIES,
];
