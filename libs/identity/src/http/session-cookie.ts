import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE, Settings } from '@app/platform';

const shared = (settings: Settings) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: settings.publicUrl.startsWith('https:') }) as const;

/** Gives the browser its session. */
export function setSessionCookie(reply: FastifyReply, token: string, expires: Date, settings: Settings): void {
  void reply.setCookie(SESSION_COOKIE, token, { ...shared(settings), expires });
}

/** Takes the session from the browser. */
export function clearSessionCookie(reply: FastifyReply, settings: Settings): void {
  void reply.clearCookie(SESSION_COOKIE, shared(settings));
}
