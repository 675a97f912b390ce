import type { Permission } from '@app/kernel';
import type { ViewedList } from '../domain/saved-view';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('second_factor')
export class SecondFactorEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column('bytea')
  secret: Buffer;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** Null until its holder has shown a first code. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** The step of time of the newest code that was taken. */
  @Column('integer', { name: 'last_step', nullable: true })
  lastStep: number | null;
}

@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('bytea', { name: 'code_sha256' })
  codeSha256: Buffer;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}

@Entity('sign_in_failure')
export class SignInFailureEntity {
  @PrimaryColumn('text')
  counted: 'account' | 'address';

  @PrimaryColumn('bytea', { name: 'key_sha256' })
  keySha256: Buffer;

  @Column('integer')
  failures: number;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;

  @Column('timestamptz', { name: 'blocked_until' })
  blockedUntil: Date;
}

@Entity('api_token')
export class ApiTokenEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  name: string;

  @Column('bytea', { name: 'token_sha256' })
  tokenSha256: Buffer;

  /** What it is limited to, among what its holder may. */
  @Column('text', { array: true })
  permissions: Permission[];

  /** Whether a second factor stood behind the session that made it. */
  @Column('boolean', { name: 'second_factor' })
  secondFactor: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

/** A view of a list that an account keeps for itself. */
@Entity('saved_view')
export class SavedViewEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  list: ViewedList;

  @Column('text')
  name: string;

  @Column('text')
  query: string;

  @Column('text', { array: true })
  columns: string[];

  @Column('integer')
  rank: number;

  @Column('boolean', { name: 'is_default' })
  isDefault: boolean;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;
}

export const CREDENTIAL_ENTITIES = [
  SecondFactorEntity,
  RecoveryCodeEntity,
  SignInFailureEntity,
  ApiTokenEntity,
  SavedViewEntity,
];
