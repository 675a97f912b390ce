const quantityOf = (
  table: string,
) => `jsonb_build_object('qualifier', ${table}.qualifier, 'value', ${table}.value,
  'unit', ${table}.unit, 'relation', ${table}.relation, 'stability', ${table}.stability, 'basis', ${table}.basis,
  'level', ${table}.level, 'stated', ${table}.quantity_stated)`;

/** The promised figure of a subject: of milestone `m`, else of commitment `c`. */
export const QUANTITY_OF_SUBJECT = `CASE WHEN m.unit IS NOT NULL THEN ${quantityOf('m')}
  WHEN m.id IS NULL AND c.unit IS NOT NULL THEN ${quantityOf('c')} END`;

/** The deadline of a subject, `{ stated, precision, lastDay }`, or null. */
export const STATED_DEADLINE_OF_SUBJECT = `CASE
  WHEN m.id IS NOT NULL THEN jsonb_build_object('stated', m.deadline_stated, 'precision', m.deadline_precision,
                                                'lastDay', m.last_day)
  WHEN c.last_day IS NOT NULL THEN jsonb_build_object('stated', c.deadline_stated, 'precision', c.deadline_precision,
                                                      'lastDay', c.last_day) END`;
