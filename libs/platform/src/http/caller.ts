import type { Language, Permission, RoleGrant } from '@app/kernel';
import { ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CurrentRequest } from '../request/current-request';
import type { Upload } from './read-upload';

/** Who is asking. */
export interface Caller {
  readonly accountId: string;
  /** The session behind the request; null when it came with an API token. */
  readonly sessionId: string | null;
  /** The API token behind the request; null when it came with a session. */
  readonly tokenId: string | null;
  readonly language: Language;
  readonly grants: readonly RoleGrant[];
  /** What an API token is limited to; null for a session, which may do all that its roles may. */
  readonly limitedTo: readonly Permission[] | null;
  /** Whether a second factor stands behind the session, or is not asked of this account. */
  readonly secondFactor: boolean;
  /** An investor's organisations, whose affairs alone such a caller sees beside what is public; null for staff. */
  readonly organisations: readonly string[] | null;
}

/** What a request shows of who sends it. */
export type Credential =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'api_token'; readonly token: string };

/** Decides who is asking and what they may do; identity provides it. */
export abstract class AccessControl {
  /** Null when the credential is unknown, expired or revoked. */
  abstract identify(credential: Credential): Promise<Caller | null>;

  /** @throws Refusal when the caller may not: what is missing is a role, or the second factor. */
  abstract require(caller: Caller, permission: Permission): void;

  /** Called for every refusal of a permission, so that the audit trail holds it. */
  abstract noteRefusal(caller: Caller, permission: Permission, code: string): Promise<void>;
}

/** A request that went through the edge. */
export interface EdgeRequest extends FastifyRequest {
  caller?: Caller;
  /** What runs for this request finds it as the current one. */
  current?: CurrentRequest;
  /** The file of a form; what nobody keeps is removed when the request is answered. */
  upload?: Upload;
  /** What a form leaves to be done when its request is over. */
  underWay?: { atEnd(work: () => void): void };
}

/** Name of the cookie that carries the session token. */
export const SESSION_COOKIE = 'mithaq_session';

/** The signed-in person behind a request; only for routes that are not public. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<EdgeRequest>();
  if (!caller) throw new Error('a public route asks for its caller');
  return caller;
});

/** Who sends a request to a public route, when they are signed in. */
export const SignedInOrNobody = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | null =>
    context.switchToHttp().getRequest<EdgeRequest>().caller ?? null,
);
