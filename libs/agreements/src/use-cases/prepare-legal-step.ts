import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/audit';
import { FieldsRefused, type PublishedDate } from '@app/kernel';
import { newId } from '@app/platform';
import { type EntityManager, IsNull } from 'typeorm';
import type { AgreementDocument, LoggedLegalState } from '../domain/agreement-document';
import { BINDING_STATES, type LegalAction } from '../domain/agreement-workflow';
import { type LegalState } from '../domain/legal-states';
import { type BroughtAlong, isWithinReopening } from '../domain/judge-legal-step';
import { leadsBack } from '../domain/instrument-chain';
import { type WantedStep, documentAfter } from '../domain/legal-step';
import { LinkMakesCircle, StepHindered } from '../domain/refusals';
import { shiftDeadlines, shiftFaults } from '../domain/shift-deadlines';
import { mappingFaults } from '../domain/successor-mapping';
import type { VersionKind } from '../domain/version';
import { AgreementLinkEntity, SourceEntity } from '../persistence/agreement.entities';
import { ChainRepository } from '../persistence/chain.repository';
import { SuccessorMappingEntity, SuspensionEntity } from '../persistence/legal-life.entities';
import type { CurrentRecordRow } from '../persistence/agreement.repository';
import { LegalLifeRepository } from '../persistence/legal-life.repository';
import type { GatheredFacts } from './gather-legal-facts';
import { ResumptionFollowers } from './resumption-followers';

/** A step that everything allows, before it is written. */
export interface AllowedStep {
  readonly record: CurrentRecordRow;
  readonly document: AgreementDocument;
  readonly facts: GatheredFacts;
  readonly from: LegalState;
  readonly to: LegalState;
  readonly number: number;
  readonly on: PublishedDate;
}

/** Everything that one step writes beside itself. */
export interface PlannedStep {
  /** What the request brings to the conditions of the step. */
  readonly brought: BroughtAlong;
  /** The version that the step writes; null when the document stays. */
  readonly version: { readonly document: AgreementDocument; readonly kind: VersionKind } | null;
  readonly proof: {
    readonly fileId: string | null;
    readonly fileSha256: string | null;
    readonly sourceId: string | null;
  };
  readonly details: Readonly<Record<string, unknown>>;
  readonly agreedBy: Actor | null;
  /** Other agreements of which something changed. */
  readonly alsoChanged: readonly string[];
  /** Writes what refers to the step. */
  readonly afterwards: (tx: EntityManager) => Promise<void>;
}

const NOTHING: PlannedStep = {
  brought: { provesSigning: false, successorTakesOver: false },
  version: null,
  proof: { fileId: null, fileSha256: null, sourceId: null },
  details: {},
  agreedBy: null,
  alsoChanged: [],
  afterwards: () => Promise.resolve(),
};

type Preparation = (tx: EntityManager, wanted: WantedStep, step: AllowedStep) => Promise<PlannedStep>;

/** Prepares what a legal step does beside changing the state. @throws FieldsRefused, StepHindered, LinkMakesCircle */
@Injectable()
export class PrepareLegalStep {
  constructor(
    private readonly legalLife: LegalLifeRepository,
    private readonly chains: ChainRepository,
    private readonly resumptions: ResumptionFollowers,
  ) {}

  execute(tx: EntityManager, wanted: WantedStep, step: AllowedStep): Promise<PlannedStep> {
    return this.preparations[wanted.action](tx, wanted, step);
  }

  private readonly preparations: Readonly<Record<LegalAction, Preparation>> = {
    negotiate: (tx, wanted, step) => this.stated(tx, wanted, step),
    sign: (tx, wanted, step) => this.stated(tx, wanted, step),
    put_in_force: (tx, wanted, step) => this.stated(tx, wanted, step),
    suspend: (tx, wanted, step) => this.suspension(tx, wanted, step),
    resume: (tx, wanted, step) => this.resumption(tx, wanted, step),
    fulfil: () => Promise.resolve(NOTHING),
    close_partially: () => Promise.resolve(NOTHING),
    terminate: () => Promise.resolve(NOTHING),
    expire: () => Promise.resolve(NOTHING),
    lapse: () => Promise.resolve(NOTHING),
    supersede: (tx, wanted, step) => this.succession(tx, wanted, step),
    reopen: (tx, wanted, step) => this.reopening(tx, wanted, step),
  };

  /** Steps that the document itself states. */
  private async stated(tx: EntityManager, wanted: WantedStep, step: AllowedStep): Promise<PlannedStep> {
    const { signing } = wanted;
    await this.refuseUnknownSource(tx, signing?.sourceId ?? null);
    const file = await this.signedText(tx, step, signing?.fileId ?? null);
    return {
      ...NOTHING,
      brought: {
        ...NOTHING.brought,
        ...(signing && (signing.date || signing.dateAbsence) ? { signing } : {}),
        provesSigning: signing?.sourceId != null || file !== null,
      },
      version: {
        kind: 'legal_step',
        document: documentAfter(step.document, wanted, { to: step.to as LoggedLegalState, newId }),
      },
      proof: { ...NOTHING.proof, ...file, sourceId: signing?.sourceId ?? citedForSigning(wanted, step) },
    };
  }

  private suspension(
    _: EntityManager,
    { suspension }: WantedStep,
    { record, number, on }: AllowedStep,
  ): Promise<PlannedStep> {
    if (suspension === null) throw new Error('a suspension without a ground');
    const { ground, expectedEnd } = suspension;
    return Promise.resolve({
      ...NOTHING,
      details: { ground, expectedEnd },
      afterwards: async (tx) => {
        await tx.insert(SuspensionEntity, {
          id: newId(),
          agreementId: record.id,
          ground,
          fromDay: on.firstDay,
          expectedEnd,
          begunByStep: number,
        });
      },
    });
  }

  private async resumption(
    _: EntityManager,
    wanted: WantedStep,
    { record, document, facts, number, on }: AllowedStep,
  ): Promise<PlannedStep> {
    const suspended = await this.legalLife.openSuspension(record.id);
    if (suspended === null || wanted.shift === null) throw new Error('nothing to resume');
    const { rule, dates } = wanted.shift;
    const shift = { rule, dates, from: suspended.fromDay, until: on.firstDay, settled: facts.settled };
    const violations = shiftFaults(document, shift);
    if (violations.length > 0) throw new FieldsRefused(violations);
    const shifted = shiftDeadlines(document, shift);
    return {
      ...NOTHING,
      version: shifted === document ? null : { kind: 'suspension', document: shifted },
      details: { rule, suspendedFrom: suspended.fromDay, dates },
      afterwards: async (tx) => {
        await tx.update(
          SuspensionEntity,
          { id: suspended.id },
          {
            endedOn: on.firstDay,
            endedByStep: number,
            shiftRule: rule,
            newDates: rule === 'new_dates' ? dates : null,
          },
        );
        const span = { from: suspended.fromDay, until: on.firstDay };
        await this.resumptions.resume(tx, { agreementId: record.id, ...span, actor: facts.actor });
      },
    };
  }

  private async succession(
    tx: EntityManager,
    { successor }: WantedStep,
    { record, facts, number }: AllowedStep,
  ): Promise<PlannedStep> {
    if (successor === null) throw new Error('a succession without a successor');
    const { agreementId, commitments } = successor;
    const field = 'successor.agreementId';
    if (agreementId === record.id) throw new FieldsRefused([{ field, code: 'successor_is_itself' }]);
    const held = await this.legalLife.holdSuccessor(tx, agreementId);
    if (held === null) throw new FieldsRefused([{ field, code: 'unknown_reference' }]);
    if (!binds(held.legalState)) throw new StepHindered({ code: 'successor_does_not_bind' });
    const violations = mappingFaults(facts.live, held.commitmentIds, commitments);
    if (violations.length > 0) throw new FieldsRefused(violations);
    await this.chains.lockLinks(tx);
    const ends = { from: record.id, to: agreementId };
    if (leadsBack(await this.chains.following(tx, agreementId), ends)) throw new LinkMakesCircle();
    const link = { fromAgreementId: record.id, toAgreementId: agreementId, kind: 'superseded_by' };
    const known = await tx.existsBy(AgreementLinkEntity, { ...link, withdrawnOn: IsNull() });
    const linkId = known ? null : newId();
    return {
      ...NOTHING,
      brought: { ...NOTHING.brought, successorTakesOver: true },
      details: { successor: agreementId, linkId, commitments: commitments.length },
      alsoChanged: [agreementId],
      afterwards: async (inside) => {
        const recorded = { recordedBy: facts.actor, recordedOn: facts.today };
        if (linkId)
          await inside.insert(AgreementLinkEntity, { ...link, ...recorded, id: linkId, note: null });
        if (commitments.length === 0) return;
        await inside.insert(
          SuccessorMappingEntity,
          commitments.map((fate) => ({
            ...fate,
            agreementId: record.id,
            stepNumber: number,
            successorAgreementId: agreementId,
          })),
        );
      },
    };
  }

  private reopening(
    _: EntityManager,
    { reason }: WantedStep,
    { facts, from }: AllowedStep,
  ): Promise<PlannedStep> {
    const { lastStep, agreedBy, actor, today } = facts;
    const { linkId, successor } = (lastStep?.details ?? {}) as { linkId?: string; successor?: string };
    return Promise.resolve({
      ...NOTHING,
      agreedBy: isWithinReopening(facts) ? null : agreedBy,
      details: { undone: from },
      alsoChanged: successor ? [successor] : [],
      afterwards: async (tx) => {
        if (!linkId) return;
        const withdrawal = { withdrawnBy: actor, withdrawnOn: today, withdrawalReason: reason };
        await tx.update(AgreementLinkEntity, { id: linkId, withdrawnOn: IsNull() }, withdrawal);
      },
    });
  }

  private async signedText(tx: EntityManager, { record }: AllowedStep, fileId: string | null) {
    if (fileId === null) return null;
    const file = await this.legalLife.holdSignedText(tx, record.id, fileId);
    if (file === null) throw new FieldsRefused([{ field: 'signing.fileId', code: 'unknown_reference' }]);
    return file;
  }

  private async refuseUnknownSource(tx: EntityManager, sourceId: string | null): Promise<void> {
    if (sourceId === null || (await tx.existsBy(SourceEntity, { id: sourceId }))) return;
    throw new FieldsRefused([{ field: 'signing.sourceId', code: 'unknown_reference' }]);
  }
}

/** The source that the record already cites for the signing. */
function citedForSigning({ action }: WantedStep, { document }: AllowedStep): string | null {
  if (action !== 'sign') return null;
  const cited = document.citations.filter(
    ({ subject, field }) => subject === 'agreement' && field === 'signing',
  );
  return (cited.find(({ adopted }) => adopted) ?? cited[0])?.sourceId ?? null;
}

function binds(state: LegalState | null): boolean {
  return state !== null && [...BINDING_STATES, 'suspended'].includes(state);
}
