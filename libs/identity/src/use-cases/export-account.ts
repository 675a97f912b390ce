import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import {
  AccountAtRest,
  HeldPosition,
  InvitationAtRest,
  PersonalAccountRepository,
  ProviderIdentityAtRest,
  SessionAtRest,
  TokenAtRest,
  ViewAtRest,
} from '../persistence/personal-account.repository';

/** What the register holds of the holder of an account. */
export interface ExportedAccount {
  readonly account: Omit<AccountAtRest, 'revision' | 'hasPassword'>;
  readonly sessions: readonly SessionAtRest[];
  readonly tokens: readonly TokenAtRest[];
  readonly views: readonly ViewAtRest[];
  readonly secondFactorSince: Date | null;
  readonly providerIdentities: readonly ProviderIdentityAtRest[];
  readonly invitations: readonly InvitationAtRest[];
  readonly positions: readonly HeldPosition[];
}

/** An account with its sessions, tokens by their names, names at providers, invitations and positions, to be handed to its holder; no secret is among it. @throws RecordNotFound */
@Injectable()
export class ExportAccount {
  constructor(private readonly accounts: PersonalAccountRepository) {}

  async execute(id: string): Promise<ExportedAccount> {
    const found = await this.accounts.find(id);
    if (found === null) throw new RecordNotFound();
    const { revision: _, hasPassword: __, ...account } = found;
    return {
      account,
      sessions: await this.accounts.listSessions(id),
      tokens: await this.accounts.listTokens(id),
      views: await this.accounts.listViews(id),
      secondFactorSince: await this.accounts.secondFactorSince(id),
      providerIdentities: await this.accounts.listProviderIdentities(id),
      invitations: await this.accounts.listInvitations(found),
      positions: await this.accounts.listPositions(id),
    };
  }
}
