import { Client } from 'pg';
import { type HashedEntry, BEFORE_THE_FIRST, chainOf, linkAfter } from '../../libs/audit/src/domain/chain';
import { HASHED_ENTRY, instant } from '../../libs/audit/src/persistence/hashed-entry';

const TABLES = ['audit_entry', 'audit_link', 'audit_checkpoint', 'audit_personal_value', 'audit_unsealed'];

/** The owner of the tables with nothing in the way: triggers disabled, keys and constraints dropped. */
export class Forger {
  private constructor(private readonly client: Client) {}

  /** Remembers the tables as they are. */
  static async on(ownerUrl: string): Promise<Forger> {
    const client = new Client({ connectionString: ownerUrl, options: '-c TimeZone=UTC' });
    await client.connect();
    await client.query(`
      DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT conrelid::regclass AS "table", conname FROM pg_constraint
                    WHERE conrelid::regclass::text LIKE 'audit_%' AND contype <> 'n' ORDER BY contype <> 'f'
        LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one."table", one.conname); END LOOP;
      END $$;
      ${TABLES.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER;`).join('\n')}
      ${TABLES.map((table) => `CREATE TABLE kept_${table} AS TABLE ${table};`).join('\n')}
    `);
    return new Forger(client);
  }

  async query<Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(statement, values)).rows;
  }

  /** Brings the tables back to what they were. */
  async undo(): Promise<void> {
    await this.client.query(
      TABLES.map((table) => `TRUNCATE ${table}; INSERT INTO ${table} SELECT * FROM kept_${table};`).join(
        '\n',
      ),
    );
  }

  /** The id of the entry with a number. */
  async entryAt(sequence: number): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      'SELECT entry_id AS id FROM audit_link WHERE sequence = $1',
      [sequence],
    );
    if (!row) throw new Error(`nothing is sealed as ${sequence}`);
    return row.id;
  }

  /** Computes the links anew from a number to another, as one who has the code would. */
  async rewrite(from: number, until = Number.MAX_SAFE_INTEGER): Promise<void> {
    const links = await this.query<{ sequence: string; sealedAt: string; entry: HashedEntry }>(
      `SELECT l.sequence, ${instant('l.sealed_at')} AS "sealedAt", ${HASHED_ENTRY} AS entry
         FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id
        WHERE l.sequence BETWEEN $1 AND $2 ORDER BY l.sequence`,
      [from, until],
    );
    const [before] = await this.query<{ linkSha256: string }>(
      `SELECT encode(link_sha256, 'hex') AS "linkSha256" FROM audit_link WHERE sequence = $1`,
      [from - 1],
    );
    let head = before ? { sequence: from - 1, ...before } : BEFORE_THE_FIRST;
    for (const { sealedAt, entry } of links) {
      const [link] = chainOf(head, [entry], sealedAt);
      if (!link) throw new Error('an entry makes a link');
      await this.query(
        `UPDATE audit_link SET entry_sha256 = decode($2, 'hex'), previous_sha256 = decode($3, 'hex'),
                link_sha256 = decode($4, 'hex') WHERE sequence = $1`,
        [link.sequence, link.entrySha256, link.previousSha256, link.linkSha256],
      );
      head = link;
    }
  }

  /** Makes one link say that it was sealed under its number after a given digest. */
  async sealAgain(sequence: number, previousSha256: string): Promise<void> {
    const [row] = await this.query<{ sealedAt: string; entry: HashedEntry }>(
      `SELECT ${instant('l.sealed_at')} AS "sealedAt", ${HASHED_ENTRY} AS entry
         FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id WHERE l.sequence = $1`,
      [sequence],
    );
    if (!row) throw new Error(`nothing is sealed as ${sequence}`);
    const { linkSha256 } = linkAfter(
      { sequence: sequence - 1, linkSha256: previousSha256 },
      row.entry,
      row.sealedAt,
    );
    await this.query(
      `UPDATE audit_link SET previous_sha256 = decode($2, 'hex'), link_sha256 = decode($3, 'hex') WHERE sequence = $1`,
      [sequence, previousSha256, linkSha256],
    );
  }

  async end(): Promise<void> {
    await this.client.end();
  }
}
