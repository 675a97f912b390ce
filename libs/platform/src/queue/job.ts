import type { EntityManager } from 'typeorm';

declare const payloadType: unique symbol;

/** A kind of work that the queue carries: its name and, for the compiler, what its payload is. */
export interface Job<Payload> {
  readonly name: string;
  readonly [payloadType]?: Payload;
}

const defined = new Set<string>();

/** Names a job once; a second definition of the same name is a programming error. */
export function defineJob<Payload extends object>(name: string): Job<Payload> {
  if (defined.has(name)) throw new Error(`job defined twice: ${name}`);
  defined.add(name);
  return { name };
}

/** Names of all jobs that the loaded features define. */
export function definedJobs(): readonly string[] {
  return [...defined];
}

/**
 * What a handler does with the outbox row behind its job. Work and completion belong in one transaction: a crash
 * in between then repeats the job instead of losing it.
 */
export interface Delivery {
  /** The work is done, and must not be handed out again. */
  complete(tx: EntityManager): Promise<void>;
  /** The work must wait until this instant of business time. */
  postpone(tx: EntityManager, until: Date): Promise<void>;
}

/** Does the work of one kind of job. Handlers are idempotent: a job may come twice, or twice at once. */
export interface JobHandler<Payload extends object = object> {
  readonly job: Job<Payload>;
  handle(payload: Payload, delivery: Delivery): Promise<void>;
}

/** Injection token under which each feature's jobs module lists its handlers. */
export const JOB_HANDLERS = Symbol('job handlers');
