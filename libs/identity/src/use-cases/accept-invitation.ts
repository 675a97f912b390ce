import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock, FieldsRefused, type Language } from '@app/kernel';
import { type Caller, Transactions, newId } from '@app/platform';
import { EVERY_INVITATION, type Invitation } from '../domain/invitation';
import { FourEyes, LinkInvalid, OtherAccountKind, SignInToAccept } from '../domain/invitation-refusals';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, passwordFaultOf } from '../domain/password-rules';
import { digestOf } from '../domain/session-token';
import type { AccountView } from '../persistence/account.repository';
import { AddressedAccountRepository } from '../persistence/addressed-account.repository';
import { InvitationRepository } from '../persistence/invitation.repository';
import { SingleUseLinkRepository } from '../persistence/single-use-link.repository';
import { FindAccount } from './find-account';
import { invitationAccepted } from './invitation-kinds';
import { NoteRefusedLink } from './note-refused-link';
import { hashPassword } from './passwords';

/** What the invited person says; a new account needs a name and a password. */
export interface Acceptance {
  readonly token: string;
  readonly name?: string | null;
  readonly language?: Language | null;
  readonly password?: string | null;
}

interface Newcomer {
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string;
}

/**
 * Turns an invitation into an account, or adds its grants to the account of the address once the holder has signed in
 * to it: the link alone shows who reads the mailbox, not who holds the account. No session is opened.
 * @throws LinkInvalid @throws FieldsRefused @throws SignInToAccept @throws OtherAccountKind @throws FourEyes
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly links: SingleUseLinkRepository,
    private readonly addressed: AddressedAccountRepository,
    private readonly findAccount: FindAccount,
    private readonly refusedLinks: NoteRefusedLink,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(acceptance: Acceptance, caller: Caller | null): Promise<AccountView> {
    return this.refusedLinks.around('invitation', acceptance.token, () => this.accept(acceptance, caller));
  }

  private async accept(acceptance: Acceptance, caller: Caller | null): Promise<AccountView> {
    const digest = digestOf(acceptance.token);
    const invited = await this.invitationBehind(digest);
    const { id, email } = invited;
    if (digest === null || email === null) throw new LinkInvalid();
    // Hashing takes its time, so it happens before anything is locked, and only for a link that works.
    const hasAccount = (await this.addressed.find(email)) !== null;
    const newcomer = hasAccount ? null : await this.newcomerOf(acceptance, email, invited);
    const accountId = await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const invitation = await this.invitations.lock(tx, EVERY_INVITATION, id, now);
      const used =
        invitation.state === 'open' && (await this.links.use(tx, 'invitation', digest, now)) === id;
      if (!used) throw new LinkInvalid();
      return this.settle(tx, { ...invitation, email }, newcomer, caller);
    });
    return this.findAccount.execute(accountId);
  }

  private async invitationBehind(digest: Buffer | null): Promise<Invitation> {
    const now = this.clock.now();
    const id = digest && (await this.links.findSubject('invitation', digest, now));
    if (id === null) throw new LinkInvalid();
    const invitation = await this.invitations.find(EVERY_INVITATION, id, now);
    if (invitation.state !== 'open') throw new LinkInvalid();
    return invitation;
  }

  private async newcomerOf(acceptance: Acceptance, email: string, invited: Invitation): Promise<Newcomer> {
    const { language, password } = acceptance;
    const name = acceptance.name ?? invited.name;
    if (!name || !password) {
      const missing = [name ? null : 'name', password ? null : 'password'].filter((field) => field !== null);
      throw new FieldsRefused(missing.map((field) => ({ field, code: 'required' })));
    }
    const fault = passwordFaultOf(password, email);
    if (fault !== null) {
      const values = { min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD };
      throw new FieldsRefused([{ field: 'password', code: fault, values }]);
    }
    return { name, language: language ?? invited.language, passwordHash: await hashPassword(password) };
  }

  private async settle(
    tx: EntityManager,
    invitation: Invitation & { readonly email: string },
    newcomer: Newcomer | null,
    caller: Caller | null,
  ): Promise<string> {
    const { id, email, kind, grants, issuedBy } = invitation;
    const now = this.clock.now();
    const holder = await this.addressed.find(email);
    if (holder === null && newcomer === null) throw new LinkInvalid();
    if (holder !== null) {
      if (caller?.accountId !== holder.id || caller.sessionId === null) throw new SignInToAccept();
      if (holder.kind !== kind) throw new OtherAccountKind();
      if (holder.id === issuedBy) throw new FourEyes();
    }
    const accountId = holder?.id ?? newId();
    if (newcomer !== null && holder === null) {
      await this.addressed.insert(tx, { id: accountId, email, kind, ...newcomer });
    } else await this.addressed.raiseRevision(tx, accountId);
    await this.addressed.addGrants(tx, { id: accountId, kind }, grants, now);
    await this.invitations.accept(tx, id, accountId, now);
    await this.audit.note(tx, invitationAccepted, {
      actor: accountActor(accountId),
      subjectId: id,
      payload: { accountId, newAccount: holder === null, grants },
    });
    return accountId;
  }
}
