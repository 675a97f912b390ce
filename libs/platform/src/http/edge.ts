import '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { RecordIsStale, RecordNotFound, Refusal } from '@app/kernel';
import type { Settings } from '../config/settings';
import type { Transactions } from '../database/transactions';
import { currentRequest, duringRequest, originOf, shortenedAddress } from '../request/current-request';
import { AccessControl, Caller, Credential, EdgeRequest, SESSION_COOKIE } from './caller';
import type { RequestLimits } from '../limits/request-limits';
import { revisionNamedBy } from './entity-tag';
import { bearerTokenOf, isFromForeignSite } from './foreign-site';
import { admitAccount } from './limit-requests';
import { requestIdOf } from './request-id';
import { ForeignSite, IfMatchRequired, SessionRequired, SignInRequired } from './refusals';
import { RouteFacts, accessFaultOf, isRecordId } from './route';

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const TABLE = /^[a-z_]+$/;
const LONGEST_AGENT = 200;

/**
 * Makes every request known to what runs for it. The parser of the body leaves the way of the hooks, so the request
 * is taken up again before validation.
 */
export function followRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request: EdgeRequest, reply, done) => {
    const current = {
      id: requestIdOf(request),
      address: shortenedAddress(request.ip),
      origin: originOf(request.ip),
      agent: request.headers['user-agent']?.slice(0, LONGEST_AGENT) ?? null,
      caller: null,
    };
    request.current = current;
    void reply.header('x-request-id', current.id);
    duringRequest(current, done);
  });
  fastify.addHook('preValidation', (request: EdgeRequest, _reply, done) => {
    if (request.current) duringRequest(request.current, done);
    else done();
  });
}

/** A route must say who may use it, once: the process does not start otherwise. */
export class RoutesRefused extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Routes that do not say who may use them:\n${faults.join('\n')}`);
    this.name = 'RoutesRefused';
  }
}

/** Collects the routes as they are made known. @returns a check to be run when all of them are. @throws RoutesRefused */
export function watchRoutes(fastify: FastifyInstance): () => void {
  const faults: string[] = [];
  fastify.addHook('onRoute', ({ method, url, config }) => {
    if (!isGuardedPath(url)) return;
    const fault = accessFaultOf(config ?? {});
    if (fault) faults.push(`${String(method)} ${url} ${fault}`);
  });
  return () => {
    if (faults.length > 0) throw new RoutesRefused(faults);
  };
}

/** What the edge asks. */
export interface EdgeParts {
  readonly access: AccessControl;
  readonly limits: RequestLimits;
  readonly transactions: Transactions;
  readonly settings: Settings;
}

/**
 * Decides who is asking, whether they may, and whether a change names the current revision, before anything of the
 * body is read.
 */
export function guardEdge(
  fastify: FastifyInstance,
  { access, limits, transactions, settings }: EdgeParts,
): void {
  const ownOrigin = new URL(settings.publicUrl).origin;
  fastify.addHook('onRequest', async (request: EdgeRequest, reply) => {
    if (request.is404) return;
    const facts = request.routeOptions.config as unknown as RouteFacts;
    const caller = facts.sameForAll === true ? null : await callerOf(request, access);
    const current = currentRequest();
    if (current) current.isPublic = facts.public === true;
    if (caller) {
      request.caller = caller;
      if (current) current.caller = caller;
      admitAccount(limits, caller.accountId, reply);
    }
    const foreign = isFromForeignSite(request, ownOrigin);
    if (isGuarded(request) && facts.public !== true) await admit(access, caller, facts, foreign);
    else if (foreign) throw new ForeignSite();
    if (facts.versionedTable && UNSAFE.has(request.method)) {
      await checkRevision(transactions, facts.versionedTable, request);
    }
    if (facts.wantsRevision && !request.headers['if-match']) throw new IfMatchRequired();
  });
}

async function callerOf(request: EdgeRequest, access: AccessControl): Promise<Caller | null> {
  const credential = credentialOf(request);
  return credential ? access.identify(credential) : null;
}

/** A token in the header speaks before the cookie that a browser adds by itself. */
function credentialOf(request: EdgeRequest): Credential | null {
  const bearer = bearerTokenOf(request);
  if (bearer !== null) return { kind: 'api_token', token: bearer };
  const token = request.cookies[SESSION_COOKIE];
  return token ? { kind: 'session', token } : null;
}

async function admit(
  access: AccessControl,
  caller: Caller | null,
  facts: RouteFacts,
  foreign: boolean,
): Promise<void> {
  if (!caller) throw new SignInRequired();
  const { permission, sessionOnly } = facts;
  if (!permission) throw new Error('a route without a permission was let through at start');
  try {
    if (foreign) throw new ForeignSite();
    if (sessionOnly && caller.sessionId === null) throw new SessionRequired();
    access.require(caller, permission);
  } catch (error) {
    if (error instanceof Refusal) await access.noteRefusal(caller, permission, error.code);
    throw error;
  }
}

/** Everything of the interface is; its documentation and the web application are files like any other. */
function isGuarded(request: EdgeRequest): boolean {
  const { url } = request.routeOptions;
  return url === undefined || isGuardedPath(url);
}

function isGuardedPath(url: string): boolean {
  return url.startsWith('/api/');
}

async function checkRevision(transactions: Transactions, table: string, request: EdgeRequest): Promise<void> {
  const wanted = request.headers['if-match'];
  if (!wanted) throw new IfMatchRequired();
  if (!TABLE.test(table)) throw new Error(`not a table: ${table}`);
  const { id = request.caller?.accountId } = request.params as { id?: string };
  if (id === undefined || !isRecordId(id)) throw new RecordNotFound();
  const [row] = await transactions.run((tx) =>
    tx.query<{ revision: number }[]>(`SELECT revision FROM ${table} WHERE id = $1`, [id]),
  );
  if (!row) throw new RecordNotFound();
  if (revisionNamedBy(wanted) !== row.revision) throw new RecordIsStale();
}
