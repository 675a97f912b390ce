import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings';
import { PROVIDER_CALLBACK_PATH } from '../openid/open-id-client';
import type { EdgeReply } from './session-cookie';

const COOKIE = 'mithaq_sign_in';

/** Lax, for the provider sends the browser back from another site; and shown to the callback only. */
const shared = (settings: Settings) =>
  ({
    path: new URL(`${settings.publicUrl}${PROVIDER_CALLBACK_PATH}`).pathname,
    httpOnly: true,
    sameSite: 'lax',
    secure: !settings.isPlainHttp,
  }) as const;

/** Gives the browser what binds a sign-in under way to it, for so many seconds. */
export function setAttemptCookie(
  reply: EdgeReply,
  secret: string,
  seconds: number,
  settings: Settings,
): void {
  void reply.setCookie(COOKIE, secret, { ...shared(settings), maxAge: seconds });
}

/** Takes it from the browser again. */
export function clearAttemptCookie(reply: EdgeReply, settings: Settings): void {
  void reply.clearCookie(COOKIE, shared(settings));
}

/** What the browser holds of a sign-in under way. */
export function attemptSecretOf(request: FastifyRequest): string | null {
  return request.cookies[COOKIE] ?? null;
}
