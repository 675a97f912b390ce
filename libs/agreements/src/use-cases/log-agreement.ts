import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock, FieldsRefused, publishedDate } from '@app/kernel';
import { REGISTER_OWNER } from '@app/identity';
import { Outbox, Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import type { AgreementDocument } from '../domain/agreement-document';
import { AlreadyRecorded } from '../domain/refusals';
import { withStableIds } from '../domain/stable-ids';
import { agreementColumns } from '../persistence/agreement-columns';
import { AgreementEntity } from '../persistence/agreement.entities';
import { agreementChanged } from './agreement-changed.event';
import { RequireScope } from './require-scope';
import { StoreVersion } from './store-version';

const agreementLogged = auditKind<{ readonly reference: string; readonly version: number }>(
  'agreement.logged',
  'agreement',
);

export interface AgreementToLog {
  readonly document: AgreementDocument;
  /** Position that owns the agreement; the register's owner when null. */
  readonly ownerPositionId: string | null;
  readonly tags: readonly string[];
  readonly published: boolean;
  readonly actor: Actor;
}

/**
 * Logs an agreement as its papers state it; the document is current at once.
 * @returns the id of the new agreement. @throws FieldsRefused, OutsideScope, AlreadyRecorded
 */
@Injectable()
export class LogAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: StoreVersion,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(request: AgreementToLog): Promise<string> {
    return this.transactions.run(async (tx) => {
      await this.versions.check(tx, request.document);
      await this.scope.at(tx, 'agreement.log', request.document);
      await refuseRepeatedReference(tx, request.document.publishedReference, null);
      const document = withStableIds(request.document, new Set(), newId);
      const agreementId = newId();
      const reference = await this.nextReference(tx, document);
      const version = { agreementId, reference, number: 1, document, before: null, actor: request.actor };
      const prepared = await this.versions.prepare(tx, version);
      await tx.insert(AgreementEntity, {
        id: agreementId,
        reference,
        ...agreementColumns(prepared.stored),
        ownerPositionId: await ownerPosition(tx, request.ownerPositionId),
        tags: [...request.tags],
        published: request.published,
        versionNumber: 1,
        recordedOn: this.calendar.today(),
        recordedAt: this.clock.now(),
        searchSource: prepared.searchSource,
      });
      await this.versions.write(tx, version, prepared);
      await this.audit.note(tx, agreementLogged, {
        actor: request.actor,
        subjectId: agreementId,
        payload: { reference, version: 1 },
      });
      await this.outbox.add(tx, agreementChanged, { agreementId });
      return agreementId;
    });
  }

  /** `MIT-2025-0007`: the year of the signature, else of recording, and the next number of that year. */
  private async nextReference(tx: EntityManager, { signing }: AgreementDocument): Promise<string> {
    const day = signing.date === null ? this.calendar.today() : publishedDate(signing.date.stated).lastDay;
    const year = Number(day.slice(0, 4));
    const [row] = await tx.query<[{ last_number: number }]>(
      `INSERT INTO reference_counter (year, last_number) VALUES ($1, 1)
       ON CONFLICT (year) DO UPDATE SET last_number = reference_counter.last_number + 1 RETURNING last_number`,
      [year],
    );
    return `MIT-${year}-${String(row.last_number).padStart(4, '0')}`;
  }
}

/** The reference under which an instrument was published names one agreement. @throws AlreadyRecorded */
export async function refuseRepeatedReference(
  tx: EntityManager,
  publishedReference: string | null,
  except: string | null,
): Promise<void> {
  if (publishedReference === null) return;
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM agreement WHERE published_reference = $1 AND id IS DISTINCT FROM $2::uuid',
    [publishedReference, except],
  );
  if (rows.length > 0) throw new AlreadyRecorded('publishedReference');
}

/** The position asked for, else the one that owns the register. @throws FieldsRefused when it does not exist */
export async function ownerPosition(tx: EntityManager, id: string | null): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>(
    'SELECT id FROM "position" WHERE CASE WHEN $1::uuid IS NULL THEN key = $2 ELSE id = $1 END',
    [id, REGISTER_OWNER],
  );
  if (!row) throw new FieldsRefused([{ field: 'ownerPositionId', code: 'unknown_reference' }]);
  return row.id;
}
