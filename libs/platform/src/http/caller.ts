import type { Language } from '@app/kernel';
import { ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who is asking. */
export interface Caller {
  readonly accountId: string;
  readonly sessionId: string;
  readonly language: Language;
  readonly roles: readonly string[];
}

/** Finds the caller behind a session token; identity provides it. */
export abstract class CallerResolver {
  /** Null when the token is unknown, expired or revoked. */
  abstract resolve(token: string): Promise<Caller | null>;
}

/** A request that went through the edge. */
export interface EdgeRequest extends FastifyRequest {
  caller?: Caller;
}

/** Name of the cookie that carries the session token. */
export const SESSION_COOKIE = 'mithaq_session';

/** The signed-in person behind a request; only for routes that are not public. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<EdgeRequest>();
  if (!caller) throw new Error('a public route asks for its caller');
  return caller;
});
