import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import type { Settings } from '../config/settings';
import { SESSION_COOKIE } from './caller';

/** An answer on its way to the browser. */
export type EdgeReply = FastifyReply;

const shared = (settings: Settings) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: !settings.isPlainHttp }) as const;

/** Gives the browser its session, for so many seconds: a browser knows nothing of a training clock. */
export function setSessionCookie(reply: EdgeReply, token: string, seconds: number, settings: Settings): void {
  void reply.setCookie(SESSION_COOKIE, token, { ...shared(settings), maxAge: seconds });
}

/** Takes the session from the browser. */
export function clearSessionCookie(reply: EdgeReply, settings: Settings): void {
  void reply.clearCookie(SESSION_COOKIE, shared(settings));
}
