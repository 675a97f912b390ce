import { createHash } from 'node:crypto';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { INVESTOR_ROLE, OPEN_TO_INVESTORS } from './investor-rows';

/** SQLSTATEs of a role that may not do it, and of one that is there by now because somebody else made it. */
const INSUFFICIENT_PRIVILEGE = '42501';
const ALREADY_THERE = new Set(['42710', '23505']);

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly role: string;
  readonly rows: string;
  readonly written: string;
}

/**
 * Brings policies and privileges to what the list of tables says: the application's role sees every row, an
 * investor's session its own. Runs with every migration and touches only what differs, so that a register at work is
 * not held up. Without the investors' role, which the owner may not be allowed to make, the rest is done and said.
 */
export async function secureRows(
  client: Client,
  appRole: string,
  log: (line: string) => void,
): Promise<void> {
  const ready = await ensureInvestorRole(client, appRole);
  if (!ready) log(missingRole(appRole));
  const exists = ready || (await hasRole(client));
  await client.query('BEGIN');
  try {
    for (const policy of policies(appRole, exists)) await ensurePolicy(client, policy);
    if (exists) await grantToInvestors(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

function missingRole(appRole: string): string {
  return [
    `Investors are refused until a superuser of the database runs`,
    `  CREATE ROLE ${INVESTOR_ROLE} NOLOGIN;`,
    `  GRANT ${INVESTOR_ROLE} TO ${escapeIdentifier(appRole)};`,
    `and this step runs once more; a role that exists already is only granted. Staff work meanwhile.`,
  ].join('\n');
}

/** The role is there and the application may take it on. */
async function ensureInvestorRole(client: Client, appRole: string): Promise<boolean> {
  if (!(await hasRole(client))) await attempt(client, `CREATE ROLE ${INVESTOR_ROLE} NOLOGIN`);
  if (!(await hasRole(client))) return false;
  if (!(await isMember(client, appRole))) {
    await attempt(client, `GRANT ${INVESTOR_ROLE} TO ${escapeIdentifier(appRole)}`);
  }
  return isMember(client, appRole);
}

async function attempt(client: Client, statement: string): Promise<void> {
  await client.query(statement).catch((error: Error & { code?: string }) => {
    if (error.code !== INSUFFICIENT_PRIVILEGE && !ALREADY_THERE.has(error.code ?? '')) throw error;
  });
}

async function hasRole(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [INVESTOR_ROLE]);
  return rowCount === 1;
}

async function isMember(client: Client, appRole: string): Promise<boolean> {
  const { rows } = await client.query<{ member: boolean }>(`SELECT pg_has_role($1, $2, 'MEMBER') AS member`, [
    appRole,
    INVESTOR_ROLE,
  ]);
  return rows[0]?.member === true;
}

/** A role sees a row when any policy for it says so, so staff are told nothing by those for investors. */
function policies(appRole: string, forInvestors: boolean): Policy[] {
  return Object.entries(OPEN_TO_INVESTORS).flatMap(([table, { rows, written = rows }]) => {
    if (rows === undefined || written === undefined) return [];
    const staff = {
      table,
      name: `all for ${appRole}`.slice(0, 63),
      role: appRole,
      rows: 'true',
      written: 'true',
    };
    return forInvestors ? [staff, { table, name: 'investors', role: INVESTOR_ROLE, rows, written }] : [staff];
  });
}

/** The comment on a policy keeps the digest of what it says: the server rewrites the text. */
async function ensurePolicy(client: Client, { table, name, role, rows, written }: Policy): Promise<void> {
  const [on, policy] = [`public.${escapeIdentifier(table)}`, escapeIdentifier(name)];
  const digest = createHash('sha256').update(`${role}\n${rows}\n${written}`).digest('hex');
  const { rows: found } = await client.query<{ digest: string | null }>(
    `SELECT obj_description(p.oid, 'pg_policy') AS digest
       FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid AND c.relrowsecurity
      WHERE p.polname = $1 AND p.polrelid = $2::regclass`,
    [name, on],
  );
  if (found[0]?.digest === digest) return;
  await client.query(`
    ALTER TABLE ${on} ENABLE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS ${policy} ON ${on};
    CREATE POLICY ${policy} ON ${on} TO ${escapeIdentifier(role)} USING (${rows}) WITH CHECK (${written});
    COMMENT ON POLICY ${policy} ON ${on} IS ${escapeLiteral(digest)};
  `);
}

/** What the list no longer says is taken away. */
async function grantToInvestors(client: Client): Promise<void> {
  const grants = Object.entries(OPEN_TO_INVESTORS).map(
    ([table, { may }]) => `GRANT ${may.join(', ')} ON public.${escapeIdentifier(table)} TO ${INVESTOR_ROLE};`,
  );
  await client.query(`
    GRANT USAGE ON SCHEMA public, past TO ${INVESTOR_ROLE};
    GRANT SELECT ON ALL TABLES IN SCHEMA past TO ${INVESTOR_ROLE};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${INVESTOR_ROLE};
    ${grants.join('\n')}
    GRANT EXECUTE ON FUNCTION agreements_of_investor(), people_of_investor() TO ${INVESTOR_ROLE};
  `);
}
