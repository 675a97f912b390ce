import { Injectable } from '@nestjs/common';
import { ExportSignatures, Signatures } from '@app/agreements';
import { Actor, AuditTrail, EraseAuditedValues, auditKind } from '@app/audit';
import { Access, EraseAccount, NATIONWIDE } from '@app/identity';
import { Clock, textIn } from '@app/kernel';
import { ErasePerson, ExportPerson } from '@app/organisations';
import { KeptMails, RecordVersion, Transactions } from '@app/platform';
import type { DataRequest } from '../domain/data-request';
import {
  DataRequestClosed,
  DataRequestNotGranted,
  NotAnErasure,
  PublicNamesNeedDecision,
  SubjectUnknown,
} from '../domain/refusals';
import { DataRequestRepository } from '../persistence/data-request.repository';
import { ProcessingRepository } from '../persistence/processing.repository';

type Transaction = Parameters<KeptMails['eraseTo']>[0];

/** What an erasure erased and what it left, for the answer to the person. */
export interface CarriedOutErasure {
  readonly request: DataRequest;
  readonly values: number;
  readonly auditedValues: number;
  readonly mails: number;
  /** The legal basis under which names in public acts stay; null when none stay. */
  readonly namesKeptUnder: string | null;
  /** Notes and quotations that hold the name: whoever corrects the agreement takes it out of its next version. */
  readonly namedInWords: Signatures['namedInWords'];
}

type Erased = Omit<CarriedOutErasure, 'request'>;

const erasureCarriedOut = auditKind<{
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly values: number;
  readonly auditedValues: number;
  readonly mails: number;
  readonly namesKeptUnder: string | null;
}>('data_request.erased', 'data_request');

/**
 * Erases what was granted to be erased, in one transaction, and closes the request. Versions and audit entries keep ids,
 * so that no digest breaks.
 * @throws OutsideScope @throws RecordNotFound @throws RecordIsStale @throws NotAnErasure @throws DataRequestClosed
 * @throws DataRequestNotGranted @throws SubjectUnknown @throws PublicNamesNeedDecision @throws AccountHoldsPosition
 * @throws LastAdministrator
 */
@Injectable()
export class CarryOutErasure {
  constructor(
    private readonly requests: DataRequestRepository,
    private readonly processings: ProcessingRepository,
    private readonly exportPerson: ExportPerson,
    private readonly erasePerson: ErasePerson,
    private readonly signatures: ExportSignatures,
    private readonly eraseAccount: EraseAccount,
    private readonly mails: KeptMails,
    private readonly auditedValues: EraseAuditedValues,
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(version: RecordVersion, actor: Actor): Promise<CarriedOutErasure> {
    this.access.requireAt('data_request.decide', NATIONWIDE);
    return this.transactions.run(async (tx) => {
      const before = await this.requests.lock(tx, version);
      const erased = await this.erase(tx, before, actor);
      const closedAt = this.clock.now();
      await this.requests.change(tx, version, { closedAt });
      const { namedInWords: _, ...counted } = erased;
      const { subject } = before;
      await this.audit.note(tx, erasureCarriedOut, {
        actor,
        subjectId: version.id,
        payload: {
          personId: subject.kind === 'person' ? subject.id : null,
          accountId: subject.kind === 'account' ? subject.id : null,
          ...counted,
        },
      });
      return { request: { ...before, closedAt, revision: before.revision + 1 }, ...erased };
    });
  }

  private async erase(tx: Transaction, request: DataRequest, actor: Actor): Promise<Erased> {
    const { kind, subject, decision, closedAt } = request;
    if (kind !== 'erasure') throw new NotAnErasure();
    if (closedAt !== null) throw new DataRequestClosed();
    if (decision === null) throw new DataRequestNotGranted();
    if (subject.kind === 'unknown') throw new SubjectUnknown();
    if (subject.kind === 'account') return this.eraseAccountOf(tx, subject.id, decision.reason, actor);
    const agreements = decision.erasesPublicNames ? 0 : await this.signatures.countAgreements(subject.id);
    // An agreement may have been logged since the decision.
    if (agreements > 0 && decision.outcome === 'granted') throw new PublicNamesNeedDecision(agreements);
    const namesKeptUnder = agreements > 0 ? await this.basisOfPublicNames() : null;
    const { id, mergedIds, names } = await this.exportPerson.execute(subject.id);
    const { namedInWords } = await this.signatures.execute(
      subject.id,
      names.map(({ value }) => value),
    );
    const values = await this.erasePerson.execute(
      { personId: subject.id, namesKeptUnder, reason: decision.reason },
      actor,
    );
    const auditedValues = await this.auditedValues.execute({
      aboutIds: [id, ...mergedIds],
      actor,
      reason: decision.reason,
    });
    return { values, auditedValues, mails: 0, namesKeptUnder, namedInWords };
  }

  private async eraseAccountOf(
    tx: Transaction,
    accountId: string,
    reason: string | null,
    actor: Actor,
  ): Promise<Erased> {
    const address = await this.eraseAccount.execute(accountId, reason, actor);
    const mails = address === null ? 0 : await this.mails.eraseTo(tx, address, this.clock.now());
    const auditedValues = await this.auditedValues.execute({ aboutIds: [accountId], actor, reason });
    return { values: address === null ? 0 : 1, auditedValues, mails, namesKeptUnder: null, namedInWords: [] };
  }

  private async basisOfPublicNames(): Promise<string> {
    const processing = await this.processings.findByCode('signatories');
    return processing === null ? 'public act' : textIn(processing.legalBasis, 'fr');
  }
}
