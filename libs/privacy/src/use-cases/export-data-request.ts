import { Injectable } from '@nestjs/common';
import { ExportSignatures, Signatures } from '@app/agreements';
import { AuditTrail, Actor, ExportEntries, ExportedEntry, auditKind } from '@app/audit';
import { ExportAccount, ExportedAccount } from '@app/identity';
import { Clock, RecordNotFound } from '@app/kernel';
import { ExportPerson } from '@app/organisations';
import { KeptMails, MailToSomebody, Transactions } from '@app/platform';
import { DataRequest, DataRequestKind, RequestSubject } from '../domain/data-request';
import { DataRequestClosed, IdentityNotChecked, SubjectUnknown } from '../domain/refusals';
import { DataRequestRepository } from '../persistence/data-request.repository';

/** Everything the register holds about whoever a request is about. */
export interface PersonalExport {
  readonly request: { readonly id: string; readonly kind: DataRequestKind; readonly receivedOn: string };
  readonly subject: RequestSubject;
  readonly madeAt: Date;
  readonly person:
    | (Awaited<ReturnType<ExportPerson['execute']>> &
        Signatures & { readonly entries: readonly ExportedEntry[] })
    | null;
  readonly account:
    | (ExportedAccount & {
        readonly mails: readonly MailToSomebody[];
        readonly entriesByThem: readonly ExportedEntry[];
        readonly entriesAboutThem: readonly ExportedEntry[];
      })
    | null;
}

const dataExported = auditKind<{
  readonly personId: string | null;
  readonly accountId: string | null;
}>('data_request.exported', 'data_request');

/**
 * Puts together what is held about the subject of a request, once somebody has checked who asks. A refused request hands
 * nothing out. The export itself is noted, and keeps no copy.
 * @throws RecordNotFound @throws IdentityNotChecked @throws SubjectUnknown @throws DataRequestClosed
 */
@Injectable()
export class ExportDataRequest {
  constructor(
    private readonly requests: DataRequestRepository,
    private readonly persons: ExportPerson,
    private readonly signatures: ExportSignatures,
    private readonly accounts: ExportAccount,
    private readonly mails: KeptMails,
    private readonly entries: ExportEntries,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, actor: Actor): Promise<PersonalExport> {
    return this.transactions.run(async (tx) => {
      const request = await this.requests.find(id);
      if (request === null) throw new RecordNotFound();
      const { kind, receivedOn, subject } = request;
      requireExportable(request);
      const [person, account] = [await this.personOf(subject), await this.accountOf(subject)];
      await this.audit.note(tx, dataExported, {
        actor,
        subjectId: id,
        payload: { personId: person && subject.id, accountId: account && subject.id },
      });
      return { request: { id, kind, receivedOn }, subject, madeAt: this.clock.now(), person, account };
    });
  }

  private async personOf(subject: RequestSubject): Promise<PersonalExport['person']> {
    if (subject.kind !== 'person') return null;
    const person = await this.persons.execute(subject.id);
    const names = person.names.map(({ value }) => value);
    const entries: ExportedEntry[] = [];
    for (const id of [person.id, ...person.mergedIds]) entries.push(...(await this.entries.doneTo(id)));
    return {
      ...person,
      ...(await this.signatures.execute(subject.id, names)),
      entries,
    };
  }

  private async accountOf(subject: RequestSubject): Promise<PersonalExport['account']> {
    if (subject.kind !== 'account') return null;
    const exported = await this.accounts.execute(subject.id);
    return {
      ...exported,
      mails: await this.mails.listTo(exported.account.email),
      entriesByThem: await this.entries.doneBy(subject.id),
      entriesAboutThem: await this.entries.doneTo(subject.id),
    };
  }
}

function requireExportable({ identityCheck, subject, decision }: DataRequest): void {
  if (decision?.outcome === 'refused') throw new DataRequestClosed();
  if (identityCheck === null) throw new IdentityNotChecked();
  if (subject.kind === 'unknown') throw new SubjectUnknown();
}
