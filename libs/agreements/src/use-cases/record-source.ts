import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused, parsePublishedDate } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { AlreadyRecorded } from '../domain/refusals';
import { SourceEntity } from '../persistence/agreement.entities';
import type { SourceView } from '../persistence/source.repository';

const sourceRecorded = auditKind<SourceToRecord>('source.recorded', 'source');

export type SourceToRecord = Omit<SourceView, 'id' | 'revision'>;

/** Records a source. @returns its id. @throws AlreadyRecorded when the address is known, FieldsRefused */
@Injectable()
export class RecordSource {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(source: SourceToRecord, actor: Actor): Promise<string> {
    refuseWrongDate(source.publishedOn);
    return this.transactions.run(async (tx) => {
      await refuseKnownAddress(tx, source.url, null);
      const id = newId();
      await tx.insert(SourceEntity, { ...source, id });
      await this.audit.note(tx, sourceRecorded, {
        actor,
        subjectId: id,
        payload: { ...source },
      });
      return id;
    });
  }
}

/** When a source was published is a stated date of any precision. @throws FieldsRefused */
export function refuseWrongDate(publishedOn: string | null | undefined): void {
  if (publishedOn && parsePublishedDate(publishedOn) === null) {
    throw new FieldsRefused([{ field: 'publishedOn', code: 'not_a_date' }]);
  }
}

/** An address is recorded once. @throws AlreadyRecorded */
export async function refuseKnownAddress(
  tx: EntityManager,
  url: string,
  except: string | null,
): Promise<void> {
  const known = await tx.query<unknown[]>(
    'SELECT 1 FROM source WHERE url = $1 AND id IS DISTINCT FROM $2::uuid',
    [url, except],
  );
  if (known.length > 0) throw new AlreadyRecorded('url');
}
