import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from './caller';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const BEARER = /^Bearer +(\S{1,200})$/i;

/** The token that a program sends in the header; a browser never adds one by itself. */
export function bearerTokenOf(request: FastifyRequest): string | null {
  return BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/**
 * Whether a page of another site made a browser send this change. `SameSite` does not cover sites beside ours under
 * one domain, nor a sign-in, which needs no cookie. What names no site at all is no browser.
 */
export function isFromForeignSite(request: FastifyRequest, ownOrigin: string): boolean {
  if (SAFE.has(request.method)) return false;
  if (bearerTokenOf(request) !== null && request.cookies[SESSION_COOKIE] === undefined) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return origin !== undefined && origin !== ownOrigin && hostOf(origin) !== request.host;
}

/** The host and port of an origin; null for `null` and whatever else is no origin. */
function hostOf(origin: string): string | null {
  return /^https?:\/\/([^/?#@\s]+)$/i.exec(origin)?.[1] ?? null;
}
