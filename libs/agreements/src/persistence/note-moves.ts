import type { CalendarDate } from '@app/kernel';
import { newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { DeadlineMove } from '../domain/deadline-moves';
import type { MoveAct } from '../domain/version';

/** Under which act deadlines moved. */
export interface MovingAct {
  readonly agreementId: string;
  readonly act: MoveAct;
  readonly versionNumber: number;
  readonly recordedBy: string;
  readonly recordedOn: CalendarDate;
  readonly effectiveOn: CalendarDate;
}

/** Adds moves to the ledger, each numbered after the last of its deadline. */
export async function noteMoves(
  tx: EntityManager,
  moves: readonly DeadlineMove[],
  act: MovingAct,
): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ subjectType, subjectId, from, to }) => ({
    id: newId(),
    subject_type: subjectType,
    subject_id: subjectId,
    old_stated: from?.stated ?? null,
    old_last_day: from?.lastDay ?? null,
    new_stated: to?.stated ?? null,
    new_last_day: to?.lastDay ?? null,
  }));
  await tx.query(
    `INSERT INTO deadline_move (id, agreement_id, subject_type, subject_id, number, old_stated, old_last_day,
                                new_stated, new_last_day, version_number, recorded_by, recorded_on, act, effective_on)
     SELECT m.id, $2, m.subject_type, m.subject_id,
            1 + coalesce((SELECT max(number) FROM deadline_move d WHERE d.subject_id = m.subject_id), 0),
            m.old_stated, m.old_last_day, m.new_stated, m.new_last_day, $3, $4, $5, $6, $7
       FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, subject_type text, subject_id uuid, old_stated text,
                                                old_last_day date, new_stated text, new_last_day date)`,
    [
      JSON.stringify(rows),
      act.agreementId,
      act.versionNumber,
      act.recordedBy,
      act.recordedOn,
      act.act,
      act.effectiveOn,
    ],
  );
}
