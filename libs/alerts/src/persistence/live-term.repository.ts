import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { SubjectType, Term } from '../domain/rules';

/** A deadline that is watched, with what it belongs to. */
export interface LiveTerm extends Term {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly title: LocalizedText;
}

/** Reads the watched deadlines of one agreement. */
@Injectable()
export class LiveTermRepository {
  list(tx: EntityManager, agreementId: string): Promise<LiveTerm[]> {
    return tx.query<LiveTerm[]>(
      `SELECT l.subject_type AS "subjectType", l.subject_id AS "subjectId", l.last_day AS deadline,
              l.term_start AS "termStart", l.recorded_on AS "recordedOn",
              jsonb_build_object('ar', coalesce(c.title_ar, m.title_ar), 'fr', coalesce(c.title_fr, m.title_fr),
                                 'en', coalesce(c.title_en, m.title_en)) AS title
         FROM live_deadline l
         LEFT JOIN commitment c ON c.id = l.subject_id
         LEFT JOIN milestone m ON m.id = l.subject_id
        WHERE l.agreement_id = $1 ORDER BY l.last_day, l.subject_id`,
      [agreementId],
    );
  }
}
