import '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { RecordIsStale, RecordNotFound } from '@app/kernel';
import { CallerResolver, EdgeRequest, SESSION_COOKIE } from './caller';
import { revisionNamedBy } from './entity-tag';
import { IfMatchRequired, SignInRequired } from './refusals';
import { RouteFacts, isRecordId } from './route';

const UNSAFE = new Set(['PUT', 'PATCH', 'DELETE']);
const TABLE = /^[a-z_]+$/;

/**
 * Decides who is asking and whether a change names the current revision before anything of the body is read.
 */
export function guardEdge(fastify: FastifyInstance, callers: CallerResolver, dataSource: DataSource): void {
  fastify.addHook('onRequest', async (request: EdgeRequest) => {
    if (request.is404) return;
    const facts = request.routeOptions.config as unknown as RouteFacts;
    const token = request.cookies[SESSION_COOKIE];
    const caller = token ? await callers.resolve(token) : null;
    if (caller) request.caller = caller;
    if (!caller && isGuarded(request) && facts.public !== true) throw new SignInRequired();
    if (facts.versionedTable && UNSAFE.has(request.method)) {
      await checkRevision(dataSource, facts.versionedTable, request);
    }
  });
}

/** Everything of the interface is; its documentation and the web application are files like any other. */
function isGuarded(request: EdgeRequest): boolean {
  return request.routeOptions.url?.startsWith('/api/') !== false;
}

async function checkRevision(dataSource: DataSource, table: string, request: EdgeRequest): Promise<void> {
  const wanted = request.headers['if-match'];
  if (!wanted) throw new IfMatchRequired();
  if (!TABLE.test(table)) throw new Error(`not a table: ${table}`);
  const { id } = request.params as { id: string };
  if (!isRecordId(id)) throw new RecordNotFound();
  const [row] = await dataSource.query<{ revision: number }[]>(
    `SELECT revision FROM ${table} WHERE id = $1`,
    [id],
  );
  if (!row) throw new RecordNotFound();
  if (revisionNamedBy(wanted) !== row.revision) throw new RecordIsStale();
}
