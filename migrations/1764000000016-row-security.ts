import { MigrationInterface, QueryRunner } from 'typeorm';

/** What the policies for investors ask: who is behind the transaction, and what their organisations agreed on. */
export class RowSecurity1764000000016 implements MigrationInterface {
  name = 'RowSecurity1764000000016';

  async up(db: QueryRunner): Promise<void> {
    // Nobody said so: nobody's organisations. Both settings live and end with the transaction.
    await db.query(`
      CREATE FUNCTION investor_organisations() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT coalesce(nullif(current_setting('mithaq.organisations', true), ''), '{}')::uuid[]
      $$;
      CREATE FUNCTION investor_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT nullif(current_setting('mithaq.account', true), '')::uuid
      $$;
    `);
    // An agreement is seen through its parties and its parties through it: this looks at parties by right of the
    // owner, for whom no policy holds, so that the two do not ask each other without end.
    await db.query(`
      CREATE FUNCTION agreements_of_investor() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
        SET search_path = pg_catalog, pg_temp AS $$
        SELECT agreement_id FROM public.party WHERE organisation_id = ANY (public.investor_organisations())
      $$;
      REVOKE EXECUTE ON FUNCTION agreements_of_investor() FROM PUBLIC;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$
        DECLARE found record;
        BEGIN
          FOR found IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' LOOP
            EXECUTE format('DROP POLICY %I ON public.%I', found.policyname, found.tablename);
            EXECUTE format('ALTER TABLE public.%I DISABLE ROW LEVEL SECURITY', found.tablename);
          END LOOP;
        END
      $$;
      DROP FUNCTION agreements_of_investor, investor_account, investor_organisations;
    `);
  }
}
