import type { FastifyInstance, FastifyReply } from 'fastify';
import type { RequestLimits, Standing } from '../limits/request-limits';
import type { EdgeRequest } from './caller';
import { TooManyRequests } from './refusals';

/** Probes must be answered when nothing else is. */
const UNCOUNTED = /^(?:\/api\/v1)?\/health\//;

/** Far above any list with all its filters and a cursor. */
const LONGEST_URL = 8_192;

/** The framework's own kind of refusal, for which there is a sentence under its status. */
class AddressTooLong extends Error {
  readonly statusCode = 414;
}

/**
 * Counts each request for its address, before anything is looked up for it, and refuses what is too much.
 * @throws TooManyRequests, AddressTooLong
 */
export function limitRequests(fastify: FastifyInstance, limits: RequestLimits): void {
  fastify.addHook('onRequest', (request: EdgeRequest, reply, done) => {
    try {
      if (!UNCOUNTED.test(request.routeOptions.url ?? ''))
        admitStanding(limits.countAddress(request.ip), reply);
      if (request.url.length > LONGEST_URL) throw new AddressTooLong();
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

/** Counts a request for its account. @throws TooManyRequests */
export function admitAccount(limits: RequestLimits, accountId: string, reply: FastifyReply): void {
  admitStanding(limits.countAccount(accountId), reply);
}

/** Tells the nearest limit in the header fields that the HTTPAPI working group of the IETF drafts. */
function admitStanding(standing: Standing | null, reply: FastifyReply): void {
  if (standing === null) return;
  const { policy, limit, left, seconds } = standing;
  const told = /r=(\d+)/.exec(String(reply.getHeader('ratelimit') ?? ''))?.[1];
  if (told === undefined || left < Number(told)) {
    void reply.header('ratelimit-policy', `"${policy}";q=${limit};w=60`);
    void reply.header('ratelimit', `"${policy}";r=${Math.max(0, left)};t=${seconds}`);
  }
  if (left < 0) throw new TooManyRequests(seconds);
}
