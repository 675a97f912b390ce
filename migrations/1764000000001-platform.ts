import { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the text folding of the search, the outbox and the keys of repeated requests. */
export class Platform1764000000001 implements MigrationInterface {
  name = 'Platform1764000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
    `);
    // One form for what people type and what papers print: no case, no accents, no Arabic vowel signs or tatweel,
    // one alef, one yeh, one teh marbuta. unaccent is only STABLE because its dictionary may be exchanged; the
    // wrapper names the dictionary, so an index may rely on it until the database is rebuilt.
    await db.query(`
      CREATE FUNCTION fold_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT translate(
          regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, value)), '[\u064B-\u065F\u0670\u0640]', '', 'g'),
          'أإآٱىئؤةک', 'ااااييوهك')
      $$;
    `);
    await db.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        job text NOT NULL CHECK (job <> ''),
        payload jsonb NOT NULL,
        available_at timestamptz NOT NULL,
        leased_until timestamptz,
        relays integer NOT NULL DEFAULT 0 CHECK (relays >= 0),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX outbox_available ON outbox (available_at, id);

      CREATE TABLE sent_mail (
        message_id text PRIMARY KEY,
        recipients text[] NOT NULL CHECK (cardinality(recipients) > 0),
        subject text NOT NULL,
        language text NOT NULL CHECK (language IN ('ar', 'fr', 'en')),
        body text,
        transport text NOT NULL CHECK (transport IN ('smtp', 'file')),
        file text CHECK ((transport = 'file') = (file IS NOT NULL)),
        topic text NOT NULL,
        sent_at timestamptz NOT NULL
      );
      CREATE INDEX sent_mail_by_time ON sent_mail (sent_at, message_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sent_mail, outbox; DROP FUNCTION fold_text;');
  }
}
