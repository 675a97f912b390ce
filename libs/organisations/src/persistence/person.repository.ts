import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RecordIsStale, RecordNotFound } from '@app/kernel';
import {
  Page,
  PageRequest,
  RecordVersion,
  Transactions,
  changeRecord,
  holdsEveryWord,
  readPage,
} from '@app/platform';
import type { Person, PersonName, SamePerson } from '../domain/person';
import { PersonEntity } from './organisations.entities';

interface PersonRow extends RecordVersion {
  readonly note: string | null;
  readonly erasedAt: Date | null;
  readonly names: PersonName[];
  readonly mergedInto: SamePerson | null;
  readonly mergedFrom: SamePerson[];
}

const namesOf = (
  person: string,
) => `(SELECT coalesce(json_agg(json_build_object('value', v.value, 'language', v.language,
    'preferred', v.preferred) ORDER BY v.preferred DESC, v.id), '[]')
  FROM personal_value v WHERE v.person_id = ${person}.id AND v.kind = 'name')`;
const COLUMNS = `p.id, p.revision, p.note, p.erased_at AS "erasedAt", ${namesOf('p')} AS names,
  (SELECT json_build_object('id', s.id, 'names', ${namesOf('s')}) FROM person s WHERE s.id = p.merged_into)
    AS "mergedInto",
  (SELECT coalesce(json_agg(json_build_object('id', g.id, 'names', ${namesOf('g')}) ORDER BY g.id), '[]')
     FROM person g WHERE g.merged_into = p.id) AS "mergedFrom"`;

/** Records that were merged into others are not shown beside them. */
const STANDS_FOR_THEMSELVES = { sql: 'p.merged_into IS NULL', values: [] };

/** The order of recording: a name is personal, and where it sorts would stay in every cursor. */
const BY_RECORDING = { keys: [{ sql: 'p.id', type: 'uuid' }] };

const viewOf = (row: PersonRow): Person => {
  const { id, names, note, erasedAt, mergedInto, mergedFrom, revision } = row;
  return { id, names, note, erasedAt, mergedInto, mergedFrom, revision };
};

/** Reads and writes persons, except for their names, which are personal values. */
@Injectable()
export class PersonRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(q: string | null | undefined, page: PageRequest): Promise<Page<Person>> {
    const conditions = holdsEveryWord('fold_text(v.value)', q).map(({ sql, values }) => ({
      sql: `p.id IN (SELECT coalesce(named.merged_into, named.id) FROM personal_value v
              JOIN person named ON named.id = v.person_id WHERE v.kind = 'name' AND ${sql})`,
      values,
    }));
    const statement = {
      select: COLUMNS,
      from: 'person p',
      conditions: [...conditions, STANDS_FOR_THEMSELVES],
      sort: BY_RECORDING,
    };
    const rows = await readPage<PersonRow>(this.transactions.reader, statement, page);
    return { ...rows, items: rows.items.map(viewOf) };
  }

  async find(id: string): Promise<Person | null> {
    return this.findIn(this.transactions.reader, id, '');
  }

  /** The person, locked, if it still is at this revision. @throws RecordNotFound @throws RecordIsStale */
  async lock(tx: EntityManager, { id, revision }: RecordVersion): Promise<Person> {
    const found = await this.findIn(tx, id, 'FOR UPDATE');
    if (found === null) throw new RecordNotFound();
    if (found.revision !== revision) throw new RecordIsStale();
    return found;
  }

  /** The person, locked, at whatever revision. @throws RecordNotFound */
  async lockAny(tx: EntityManager, id: string): Promise<Person> {
    const found = await this.findIn(tx, id, 'FOR UPDATE');
    if (found === null) throw new RecordNotFound();
    return found;
  }

  /** The person and the records merged into it, each locked; the one that stays for whichever is asked for comes first. */
  async lockTogether(tx: EntityManager, id: string): Promise<Person[]> {
    const asked = await this.lockAny(tx, id);
    if (asked.mergedInto !== null) return this.lockTogether(tx, asked.mergedInto.id);
    const together = [asked];
    for (const one of asked.mergedFrom) together.push(await this.lockAny(tx, one.id));
    return together;
  }

  /** Lets the record lead to the one that stays; null lets it stand for itself. @throws RecordIsStale */
  async lead(tx: EntityManager, version: RecordVersion, to: string | null): Promise<void> {
    await changeRecord(tx, PersonEntity, version, { mergedInto: to });
  }

  async insert(tx: EntityManager, id: string, note: string | null): Promise<void> {
    await tx.insert(PersonEntity, { id, note });
  }

  async change(tx: EntityManager, version: RecordVersion, note: string | null): Promise<void> {
    await changeRecord(tx, PersonEntity, version, { note });
  }

  /** Takes the note, and marks the person erased if it is. */
  async erase(tx: EntityManager, version: RecordVersion, erasedAt: Date | null): Promise<void> {
    await changeRecord(tx, PersonEntity, version, { note: null, erasedAt });
  }

  private async findIn(db: EntityManager, id: string, lock: '' | 'FOR UPDATE'): Promise<Person | null> {
    const [row] = await db.query<PersonRow[]>(`SELECT ${COLUMNS} FROM person p WHERE p.id = $1 ${lock}`, [
      id,
    ]);
    return row ? viewOf(row) : null;
  }
}
