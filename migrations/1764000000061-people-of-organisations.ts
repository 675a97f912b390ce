import { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever speaks for an organisation sees who else does: names, addresses and roles, and nothing else of an account. */
export class PeopleOfOrganisations1764000000061 implements MigrationInterface {
  name = 'PeopleOfOrganisations1764000000061';

  async up(db: QueryRunner): Promise<void> {
    // An investor's session sees its own account alone: this looks at the others by right of the owner, and only for
    // the organisations of the session; a session of nobody has none.
    await db.query(`
      CREATE FUNCTION people_of_investor()
        RETURNS TABLE (account_id uuid, name text, email text, active boolean, organisation_id uuid, role text,
                       granted_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, pg_temp AS $$
        SELECT a.id, a.name, a.email, a.active, g.organisation_id, g.role, g.granted_at
          FROM public.role_grant g JOIN public.account a ON a.id = g.account_id
         WHERE g.organisation_id = ANY (public.investor_organisations()) AND a.erased_at IS NULL
      $$;
      REVOKE EXECUTE ON FUNCTION people_of_investor() FROM PUBLIC;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION people_of_investor');
  }
}
