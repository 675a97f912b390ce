import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail } from '@app/audit';
import { Clock, type Language } from '@app/kernel';
import { Transactions, sentence } from '@app/platform';
import type { EntityManager } from 'typeorm';
import {
  DEMONSTRATION_COMPANIES,
  DEMONSTRATION_PEOPLE,
  type DemonstrationPerson,
  demonstrationGrant,
} from '../domain/demonstration';
import { accountKindOf } from '../domain/roles';
import { AccountRecordRepository } from '../persistence/account-record.repository';
import {
  DemonstrationRepository,
  type KeptDemonstrationAccount,
} from '../persistence/demonstration.repository';
import { demonstrationOpened } from './account-kinds';
import { EndSessions } from './end-sessions';
import { checkPassword, hashPassword } from './passwords';

const DEMONSTRATION: Actor = 'system:demonstration';

export interface DemonstrationRequest {
  /** Null: the one of before, or a generated one. */
  readonly password: string | null;
  readonly language: Language;
  /** Makes a fictional company and answers its id; asked only for one that is not there. */
  readonly makeCompany: (number: number) => Promise<string>;
}

/** A demonstration that is open. */
export interface OpenedDemonstration {
  readonly accounts: number;
  /** Only when it was generated now, to be shown once. */
  readonly password: string | null;
  /** Position that owns what the demonstration brings. */
  readonly positionId: string;
  /** The accounts by their addresses. */
  readonly people: ReadonlyMap<string, string>;
  /** Companies that were made now. */
  readonly newCompanies: ReadonlyMap<number, string>;
}

/**
 * Makes the accounts of a demonstration, or brings back those of an earlier one with the roles they began with. No
 * second factor is asked of them, so they exist beside a real register only while somebody shows it.
 */
@Injectable()
export class OpenDemonstration {
  constructor(
    private readonly demonstration: DemonstrationRepository,
    private readonly accounts: AccountRecordRepository,
    private readonly endSessions: EndSessions,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ password, language, makeCompany }: DemonstrationRequest): Promise<OpenedDemonstration> {
    return this.transactions.run(async (tx) => {
      await this.demonstration.lock(tx);
      const kept = await this.demonstration.list();
      const before = kept.find(({ passwordHash }) => passwordHash !== null)?.passwordHash ?? null;
      const generated = (password ?? before) ? null : randomBytes(15).toString('base64url');
      const hash = await this.keepPassword(tx, kept, before, password ?? generated);

      const companies = new Map<number, string>();
      const newCompanies = new Map<number, string>();
      for (const number of DEMONSTRATION_COMPANIES) {
        const known = companyOf(kept, number);
        const id = known ?? (await makeCompany(number));
        companies.set(number, id);
        if (known === null) newCompanies.set(number, id);
      }
      const people = new Map<string, string>();
      let officerId = '';
      for (const person of DEMONSTRATION_PEOPLE) {
        const found = kept.find(({ email }) => email === person.email) ?? null;
        const id = await this.keep(tx, person, found, { hash, language, companies });
        people.set(person.email, id);
        if (person.role === 'officer') officerId = id;
      }
      const positionId = await this.demonstration.keepPosition(tx, officerId);
      await this.audit.note(tx, demonstrationOpened, {
        actor: DEMONSTRATION,
        subjectId: positionId,
        payload: { accounts: DEMONSTRATION_PEOPLE.length },
      });
      const accounts = DEMONSTRATION_PEOPLE.length;
      return { accounts, password: generated, positionId, people, newCompanies };
    });
  }

  /** All of them have the same; what was open under another one ends. */
  private async keepPassword(
    tx: EntityManager,
    kept: readonly KeptDemonstrationAccount[],
    before: string | null,
    password: string | null,
  ): Promise<string> {
    if (password === null && before !== null) return before;
    if (before !== null && (await checkPassword(password ?? '', before)).right) return before;
    const hash = await hashPassword(password ?? '');
    await this.demonstration.setPassword(tx, hash);
    for (const { id } of kept) await this.endSessions.execute(id, DEMONSTRATION);
    return hash;
  }

  private async keep(
    tx: EntityManager,
    person: DemonstrationPerson,
    found: KeptDemonstrationAccount | null,
    {
      hash,
      language,
      companies,
    }: { hash: string; language: Language; companies: ReadonlyMap<number, string> },
  ): Promise<string> {
    const role = sentence(`role.${person.role}`, language);
    const id =
      found?.id ??
      (await this.demonstration.insert(tx, {
        email: person.email,
        name: sentence('demonstration_account_name', language, { role, number: person.number ?? '' }).trim(),
        language,
        kind: accountKindOf(person.role),
        passwordHash: hash,
      }));
    if (found?.active === false) await this.demonstration.setActive(tx, id, null);
    const account = await this.accounts.find(id);
    if (account === null) throw new Error(`the account of ${person.email} is gone`);
    await this.accounts.replaceGrants(tx, account, [demonstrationGrant(person, companies)], this.clock.now());
    return id;
  }
}

function companyOf(kept: readonly KeptDemonstrationAccount[], number: number): string | null {
  const of = DEMONSTRATION_PEOPLE.filter((person) => person.number === number).map(({ email }) => email);
  return (
    kept.find(({ email, organisationId }) => organisationId && of.includes(email))?.organisationId ?? null
  );
}
