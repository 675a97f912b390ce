import { Injectable } from '@nestjs/common';
import { StepHindered } from '@app/agreements';
import { AccessLog, Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock, FieldsRefused, RecordNotFound } from '@app/kernel';
import {
  FileStore,
  type ReceivedFile,
  ServedFile,
  StoredFiles,
  Transactions,
  newId,
  recogniseFile,
  shownFileName,
  violatedConstraintOf,
} from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import type { EvidenceRank } from '../domain/evidence-rank';
import { evidenceFaults, hindranceToAttach, hindranceToOpenNominative } from '../domain/judge-evidence';
import type { ReportedFigure } from '../domain/report-content';
import { BEGUN_STATES } from '../domain/report-workflow';
import { EvidenceRepository } from '../persistence/evidence.repository';
import { ReportDetails, ReportRepository, ReportRow } from '../persistence/report.repository';
import { ReportEntity, ReportEvidenceEntity } from '../persistence/reporting.entities';
import { FindReports } from './find-reports';

/** A file was added to a report or taken back. What it is called may name somebody and is left out. */
interface Attached {
  readonly reportId: string;
  readonly evidenceId: string;
  readonly figure: string;
  readonly kind: EvidenceRank;
  readonly sha256: string;
  readonly nominative: boolean;
}
const evidenceAttached = auditKind<Attached>('report.evidence_attached', 'agreement');
const evidenceWithdrawn = auditKind<Pick<Attached, 'reportId' | 'evidenceId' | 'sha256'>>(
  'report.evidence_withdrawn',
  'agreement',
);

/** Somebody took a copy of a file behind a figure; of one that names people under a name of its own. */
const evidenceRead = auditKind('report_evidence.read', 'report_evidence');
const nominativeRead = auditKind('report_evidence.nominative_read', 'report_evidence');

export interface EvidenceToAttach {
  readonly reportId: string;
  readonly file: ReceivedFile;
  /** What its sender calls it. */
  readonly name: string;
  readonly figure: ReportedFigure;
  readonly kind: EvidenceRank;
  readonly nominative: boolean;
  readonly extract: string | null;
  readonly actor: Actor;
}

/** Adds files to reports, takes them back while a report is written, and hands them out with a note of to whom. */
@Injectable()
export class HandleEvidence {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: ReportRepository,
    private readonly found: FindReports,
    private readonly evidence: EvidenceRepository,
    private readonly storedFiles: StoredFiles,
    private readonly store: FileStore,
    private readonly audit: AuditTrail,
    private readonly accessLog: AccessLog,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  /** @throws RecordNotFound, StepHindered, FieldsRefused, and what `recogniseFile` refuses */
  async attach(request: EvidenceToAttach): Promise<void> {
    const { reportId, file, figure, kind, nominative, extract, actor } = request;
    const mediaType = await recogniseFile(file);
    await this.transactions.run(async (tx) => {
      const row = await this.lockWritable(tx, reportId, actor);
      const wrong = evidenceFaults({ kind, nominative, extract, byTheHouse: this.found.isOfTheHouse });
      if (wrong.length > 0) throw new FieldsRefused(wrong);
      await this.storedFiles.keep(tx, file, mediaType);
      const id = newId();
      await tx
        .insert(ReportEvidenceEntity, {
          ...{ id, reportId, figure, kind, nominative, extract, sha256: file.sha256 },
          ...{ storedSha256: file.sha256, fileName: shownFileName(request.name, mediaType) },
          ...{ recordedBy: actor, recordedOn: this.calendar.today(), recordedAt: this.clock.now() },
        })
        .catch((error: unknown) => {
          if (violatedConstraintOf(error) !== 'report_evidence_once') throw error;
          throw new StepHindered({ code: 'evidence_attached' });
        });
      await this.touch(tx, row, actor);
      await this.audit.note(tx, evidenceAttached, {
        actor,
        subjectId: row.agreementId,
        payload: { reportId, evidenceId: id, figure, kind, sha256: file.sha256, nominative },
      });
    });
  }

  /** @throws RecordNotFound, StepHindered once the report was submitted */
  async withdraw(reportId: string, evidenceId: string, actor: Actor): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await this.lockWritable(tx, reportId, actor);
      if (!BEGUN_STATES.includes(row.state)) throw new StepHindered({ code: 'report_not_writable' });
      const found = await this.evidence.find(reportId, evidenceId);
      if (found === null) throw new RecordNotFound();
      // What the house saw stays, also when the report goes back to who wrote it.
      if (found.kind === 'site_visit') throw new StepHindered({ code: 'report_not_writable' });
      await tx.update(ReportEvidenceEntity, { id: evidenceId }, { withdrawnOn: this.calendar.today() });
      await this.touch(tx, row, actor);
      const payload = { reportId, evidenceId, sha256: found.sha256 };
      await this.audit.note(tx, evidenceWithdrawn, { actor, subjectId: row.agreementId, payload });
    });
  }

  /** @throws RecordNotFound, also once it was erased; StepHindered for a file that names people */
  async open(reportId: string, evidenceId: string, actor: Actor): Promise<ServedFile> {
    const row = await this.found.row(reportId);
    const file = await this.evidence.find(reportId, evidenceId);
    if (file === null || file.bytes === null || file.mediaType === null) throw new RecordNotFound();
    if (file.nominative) await this.requireVerifier(row, actor);
    await this.accessLog.noteRead(file.nominative ? nominativeRead : evidenceRead, file.id);
    const { sha256, bytes, mediaType, fileName } = file;
    return new ServedFile(sha256, bytes, mediaType, fileName, () => this.store.open(sha256));
  }

  private async requireVerifier(row: ReportRow & ReportDetails, actor: Actor): Promise<void> {
    const steps = await this.reports.steps(row.id, this.found.isOfTheHouse);
    const permission = await this.found.permissionFor(row.agreementId);
    const hindrance = hindranceToOpenNominative({
      ...{ state: row.state, actor, mayVerify: permission('report.verify'), reviewedBy: row.reviewedBy },
      takenUpBy: steps.findLast(({ action }) => action === 'take_up')?.takenBy ?? null,
      hasWritten: row.writtenBy.includes(actor) || row.submittedBy === actor,
    });
    if (hindrance) throw new StepHindered(hindrance);
  }

  private async lockWritable(
    tx: EntityManager,
    reportId: string,
    actor: Actor,
  ): Promise<ReportRow & ReportDetails> {
    await this.reports.lock(tx, reportId);
    const row = await this.found.row(reportId);
    const permission = await this.found.permissionFor(row.agreementId);
    const hindrance = hindranceToAttach(row.state, {
      mayPrepare: permission('report.prepare'),
      mayVerify: permission('report.verify'),
      hasWritten: row.writtenBy.includes(actor) || row.submittedBy === actor,
    });
    if (hindrance) throw new StepHindered(hindrance);
    return row;
  }

  /** The files are part of the report: it has its next revision, and whoever adds to its writing is one of its writers. */
  private async touch(tx: EntityManager, row: ReportRow & ReportDetails, actor: Actor): Promise<void> {
    const { id, revision, writtenBy, state } = row;
    const writes = BEGUN_STATES.includes(state);
    await tx.update(
      ReportEntity,
      { id, revision },
      { revision: revision + 1, writtenBy: writes ? [...new Set([...writtenBy, actor])] : [...writtenBy] },
    );
  }
}
