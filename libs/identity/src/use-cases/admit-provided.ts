import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock, type Refusal, type RoleGrant } from '@app/kernel';
import { type ProvidedIdentity, type ProviderSettings, Settings, SettingsRefused } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { NOBODY } from '../domain/nobody';
import { grantsFrom, personIn, refusedRolesOf, roleValuesIn } from '../domain/provided-identity';
import { ProviderAccountRefused, ProviderGrantsNoRole } from '../domain/provider-refusals';
import { ProviderRepository, type VouchedAccount } from '../persistence/provider.repository';
import { providerGrantsReplaced, providerLinked, providerSignInRefused } from './provider-kinds';

/** Who may come in, or why not; what was written on the way stays in both cases. */
export type Admission = { readonly accountId: string } | { readonly refusal: Refusal };

const PROVIDER = 'system:provider';

/**
 * Finds the account of a person a provider vouches for, or makes it, and takes over the roles that the provider
 * grants. An account is found by issuer and subject; the first time by the address that the provider has verified,
 * and then only an active one of staff. Starts only where no investor's role and no unknown one is mapped.
 */
@Injectable()
export class AdmitProvided {
  constructor(
    private readonly accounts: ProviderRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    const refused = refusedRolesOf(settings.provider?.roles ?? []);
    if (refused.length > 0) throw new SettingsRefused(refused);
  }

  async execute(
    tx: EntityManager,
    provider: ProviderSettings,
    identity: ProvidedIdentity,
  ): Promise<Admission> {
    const granted = grantsFrom(roleValuesIn(identity.claims, provider.rolesClaim), provider.roles);
    const known = await this.accounts.findByIdentity(tx, identity.issuer, identity.subject);
    const account = known ?? (await this.firstTime(tx, identity, granted));
    if ('refusal' in account) return account;
    if (!account.active) return this.refuse(tx, identity, account.id, new ProviderAccountRefused());
    await this.takeOver(tx, account.id, granted);
    const roles = granted.length + (await this.accounts.grantsOf(tx, account.id, 'local')).length;
    if (roles === 0) return this.refuse(tx, identity, account.id, new ProviderGrantsNoRole());
    return { accountId: account.id };
  }

  private async firstTime(
    tx: EntityManager,
    { issuer, subject, claims }: ProvidedIdentity,
    granted: readonly RoleGrant[],
  ): Promise<VouchedAccount | { readonly refusal: Refusal }> {
    const { email, name, language } = personIn(claims);
    const holder = email === null ? null : await this.accounts.findByAddress(tx, issuer, email);
    if (holder && (holder.kind !== 'staff' || !holder.active || holder.demonstration || holder.linked)) {
      return this.refuse(tx, { issuer }, holder.id, new ProviderAccountRefused());
    }
    if (!holder && granted.length === 0) return this.refuse(tx, { issuer }, null, new ProviderGrantsNoRole());
    if (email === null) return this.refuse(tx, { issuer }, null, new ProviderAccountRefused());
    const id =
      holder?.id ??
      (await this.accounts.createStaff(tx, {
        email,
        name,
        language: language ?? this.settings.adminLanguage,
      }));
    await this.accounts.link(tx, { issuer, subject, accountId: id, linkedAt: this.clock.now() });
    await this.audit.note(tx, providerLinked, {
      actor: PROVIDER,
      subjectId: id,
      payload: { issuer, by: holder ? 'verified_address' : 'new_account' },
    });
    return holder ?? { id, kind: 'staff', active: true, demonstration: false };
  }

  private async takeOver(tx: EntityManager, accountId: string, to: readonly RoleGrant[]): Promise<void> {
    const from = await this.accounts.grantsOf(tx, accountId, 'provider');
    if (JSON.stringify(from) === JSON.stringify(to)) return;
    await this.accounts.replaceProviderGrants(tx, accountId, to, this.clock.now());
    await this.audit.note(tx, providerGrantsReplaced, {
      actor: PROVIDER,
      subjectId: accountId,
      payload: { from, to },
    });
  }

  private async refuse(
    tx: EntityManager,
    { issuer }: Pick<ProvidedIdentity, 'issuer'>,
    accountId: string | null,
    refusal: Refusal,
  ): Promise<{ readonly refusal: Refusal }> {
    await this.audit.note(tx, providerSignInRefused, {
      actor: accountId === null ? PROVIDER : accountActor(accountId),
      subjectId: accountId ?? NOBODY,
      payload: { issuer, code: refusal.code },
    });
    return { refusal };
  }
}
