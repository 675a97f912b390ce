import {
  ArgumentsHost,
  Catch,
  ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FieldViolation, type Language, RecordNotFound, Refusal, type RefusalKind } from '@app/kernel';
import { hasSentence, preferredLanguage, sentence } from '../i18n/sentences';
import { spokenSentence } from '../i18n/spoken-sentence';
import { DEFAULT_LANGUAGE } from './default-language';
import { routeOf } from './access-line';
import { type EdgeRequest, SESSION_COOKIE } from './caller';
import { sqlStateOf } from '../database/failures';
import { BodyUnreadable, RecordedMeanwhile, RequestTooLarge, ServiceUnavailable } from './refusals';

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unprocessable: 422,
  precondition_required: 428,
  too_many: 429,
  unavailable: 503,
};

/** SQLSTATEs of a rule that held when it was looked at and no longer when it was written: unique, foreign key. */
const LOST_RACES = new Set(['23505', '23503']);

/** SQLSTATEs of a statement that took too long, or waited too long for a lock. */
const OUT_OF_TIME = new Set(['57014', '55P03']);

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/** A refusal as the caller reads it (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  /** Members of a kind of problem of its own (RFC 9457, 3.2). */
  readonly [extension: string]: unknown;
}

/** Turns every refusal and every failure into `application/problem+json` in the caller's language. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(@Inject(DEFAULT_LANGUAGE) private readonly defaultLanguage: Language) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<EdgeRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language =
      preferredLanguage(request.headers['accept-language']) ??
      request.caller?.language ??
      this.defaultLanguage;
    const problem = this.problemOf(error, language, request);
    if (error instanceof Refusal && error.retryAfter !== null) {
      void reply.header('retry-after', String(error.retryAfter));
    }
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-store')
      .send(problem);
  }

  private problemOf(error: unknown, language: Language, request: EdgeRequest): Problem {
    const refusal = asRefusal(error, request);
    if (refusal) {
      return problem(refusal.code, STATUS[refusal.kind], language, request, refusal);
    }
    const status = statusOf(error);
    if (status < 500) return problem(`http_${status}`, status, language, request);
    this.logger.error(`${request.method} ${routeOf(request)} failed`, error);
    return problem('internal_error', 500, language, request);
  }
}

/**
 * The refusal of a request whose address cannot be read. Who shows nothing of who they are is asked to sign in, as on
 * every other address of the interface that is not public.
 */
export function unroutableProblem({ url, headers }: FastifyRequest, fallback: Language): Problem {
  const language = preferredLanguage(headers['accept-language']) ?? fallback;
  const showsWho = headers.authorization !== undefined || headers.cookie?.includes(`${SESSION_COOKIE}=`);
  const [code, status] = url.startsWith('/api/') && !showsWho ? ['sign_in_required', 401] : ['http_400', 400];
  return {
    type: `urn:mithaq:problem:${code}`,
    title: sentence(code, language),
    status,
    code,
    instance: url.split('?')[0] ?? '',
    errors: [],
  };
}

function problem(
  code: string,
  status: number,
  language: Language,
  request: EdgeRequest,
  refusal?: Refusal,
): Problem {
  const known = hasSentence(code) ? code : 'http_400';
  return {
    type: `urn:mithaq:problem:${code}`,
    title: spokenSentence(known, language, refusal?.values),
    status,
    code,
    instance: request.url.split('?')[0] ?? '',
    errors: (refusal?.violations ?? []).map((violation) => readable(violation, language)),
    ...refusal?.extension,
  };
}

function readable({ field, code, values }: FieldViolation, language: Language) {
  return { field, code, message: spokenSentence(code, language, values) };
}

/** The framework's own refusals in the register's words. */
function asRefusal(error: unknown, request: EdgeRequest): Refusal | null {
  if (error instanceof Refusal) return error;
  if (LOST_RACES.has(sqlStateOf(error) ?? '')) return new RecordedMeanwhile();
  if (OUT_OF_TIME.has(sqlStateOf(error) ?? '')) return new ServiceUnavailable();
  const status = statusOf(error);
  if (status === 404) return new RecordNotFound();
  if (status === 413) return new RequestTooLarge();
  return status === 400 && WITH_BODY.has(request.method) ? new BodyUnreadable() : null;
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
