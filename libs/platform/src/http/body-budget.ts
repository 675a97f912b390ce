import type { FastifyInstance } from 'fastify';
import { RequestTooLarge } from './refusals';

/** Far above what a person or a program has to say in one request, far below what would keep the process busy. */
const BUDGET = { depth: 20, keys: 100, entries: 500, values: 30_000 } as const;

/**
 * Refuses bodies that are small to send and dear to check: deep, broad or with very many values. It looks at each
 * value once and stops at the first excess, before any validation begins.
 */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(isWithinBudget(request.body) ? undefined : (new RequestTooLarge() as Error));
  });
}

/** Whether a parsed body keeps to the budget. */
export function isWithinBudget(body: unknown): boolean {
  let level: unknown[] = [body];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > BUDGET.depth) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
      if (inner.length > (Array.isArray(value) ? BUDGET.entries : BUDGET.keys)) return false;
      seen += inner.length;
      if (seen > BUDGET.values) return false;
      next.push(...inner);
    }
    level = next;
  }
  return true;
}
