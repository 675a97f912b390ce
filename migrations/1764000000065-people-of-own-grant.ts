import { MigrationInterface, QueryRunner } from 'typeorm';

/** `own` is what the session's own account must hold in the organisation of whom it finds. */
const peopleOfInvestor = (own: string): string => `
  CREATE OR REPLACE FUNCTION people_of_investor()
    RETURNS TABLE (account_id uuid, name text, email text, active boolean, organisation_id uuid, role text,
                   granted_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.id, a.name, a.email, a.active, g.organisation_id, g.role, g.granted_at
      FROM public.role_grant g JOIN public.account a ON a.id = g.account_id
     WHERE g.organisation_id = ANY (public.investor_organisations()) AND a.erased_at IS NULL ${own}
  $$;`;

/** Who acts for an organisation is found by whoever represents it, and not by who only writes for it. */
export class PeopleOfOwnGrant1764000000065 implements MigrationInterface {
  name = 'PeopleOfOwnGrant1764000000065';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      peopleOfInvestor(`AND EXISTS (
        SELECT FROM public.role_grant own
         WHERE own.account_id = public.investor_account() AND own.role = 'investor_representative'
           AND own.organisation_id = g.organisation_id)`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(peopleOfInvestor(''));
  }
}
