import { digestOf, newSessionToken } from './session-token';

/** What a link that works once is for. */
export const LINK_PURPOSES = ['invitation', 'password_reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** Days after which the link of an invitation works no longer. */
export const INVITATION_LINK_DAYS = 7;

/** Minutes after which the link to a new password works no longer. */
export const RESET_LINK_MINUTES = 30;

const LIFETIME_MINUTES: Readonly<Record<LinkPurpose, number>> = {
  invitation: INVITATION_LINK_DAYS * 24 * 60,
  password_reset: RESET_LINK_MINUTES,
};

/** Page of the web application that each link leads to. */
const PAGE: Readonly<Record<LinkPurpose, string>> = {
  invitation: 'invitation',
  password_reset: 'password-reset',
};

/** A link as it is made: the token goes into the mail and nowhere else, the digest into the table. */
export interface FreshLink {
  readonly token: string;
  readonly tokenSha256: Buffer;
  readonly expiresAt: Date;
}

/** A new link with a token of 256 random bits. */
export function freshLink(purpose: LinkPurpose, now: Date): FreshLink {
  const token = newSessionToken();
  const tokenSha256 = digestOf(token);
  if (tokenSha256 === null) throw new Error('a new token has the form of a token');
  return { token, tokenSha256, expiresAt: new Date(now.getTime() + LIFETIME_MINUTES[purpose] * 60_000) };
}

/**
 * The address in the mail. The token stands behind the hash mark: a browser sends that part to no server, so it
 * reaches no log, and opening the link changes nothing by itself.
 */
export function linkAddress(publicUrl: string, purpose: LinkPurpose, token: string): string {
  return `${publicUrl.replace(/\/$/, '')}/${PAGE[purpose]}#${token}`;
}
