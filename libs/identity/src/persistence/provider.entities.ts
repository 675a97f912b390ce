import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('provider_identity')
export class ProviderIdentityEntity {
  @PrimaryColumn('text')
  issuer: string;

  /** How the provider names the person. */
  @PrimaryColumn('text')
  subject: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'account_kind', default: 'staff' })
  accountKind: 'staff';

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;
}

@Entity('provider_attempt')
export class ProviderAttemptEntity {
  @PrimaryColumn('bytea', { name: 'state_sha256' })
  stateSha256: Buffer;

  /** Digest of what the browser that began it holds in a cookie. */
  @Column('bytea', { name: 'browser_sha256' })
  browserSha256: Buffer;

  @Column('text')
  nonce: string;

  @Column('text', { name: 'code_verifier' })
  codeVerifier: string;

  @Column('text', { name: 'return_to' })
  returnTo: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}

export const PROVIDER_ENTITIES = [ProviderIdentityEntity, ProviderAttemptEntity];
