import type { IncomingMessage } from 'node:http';
import { type ExecutionContext, type Type, applyDecorators, createParamDecorator } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { FileTooLarge } from '../files/refusals';
import type { EdgeRequest } from './caller';
import { FILE_FIELD, FORM_OVERHEAD, type Upload, type UploadLimits, readUpload } from './read-upload';
import { RequestMalformed, TooManyAtOnce } from './refusals';
import { type RouteFacts, route } from './route';
import { Turns } from './turns';

/** Each holds a file on the disk and a connection open: somebody who sends many at a time leaves room for others. */
const TURNS = { atOnce: 16, ofOne: 4, waiting: 64 } as const;

const FORM = 'multipart/form-data';

/** The framework's own kind of refusal, for which there is a sentence under its status. */
class FormNotTaken extends Error {
  readonly statusCode = 415;
}

/**
 * Reads forms with a file, on the routes that take one: after session and permission were decided, and before anything
 * else of the request is. What nobody kept is gone when the request is answered.
 */
export function takeUploads(fastify: FastifyInstance, limits: UploadLimits): void {
  const turns = new Turns(TURNS);
  fastify.addHook('onRequest', (request: EdgeRequest, reply, done) => {
    if (isForm(request.headers['content-type'])) {
      const upload = new UploadUnderWay();
      request.underWay = upload;
      // Whichever comes: a sender who goes away ends no answer.
      reply.raw.once('finish', () => upload.end()).once('close', () => upload.end());
      // They may have gone while it was found out who they are.
      if (reply.raw.destroyed) upload.end();
    }
    done();
  });
  fastify.addContentTypeParser(FORM, async (request: EdgeRequest, payload: IncomingMessage) => {
    const { takesFile } = request.routeOptions.config as unknown as RouteFacts;
    if (!takesFile || !request.underWay) throw new FormNotTaken();
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > limits.limit + FORM_OVERHEAD) throw new FileTooLarge(limits.limit);
    const giveBack = await turns.take(request.caller?.accountId ?? '');
    if (giveBack === null) throw new TooManyAtOnce();
    request.underWay.atEnd(giveBack);
    const { fields, upload } = await readUpload(payload, request.headers, limits);
    if (upload !== null) {
      request.underWay.atEnd(() => void upload.file.discard());
      request.upload = upload;
    }
    return fields;
  });
  // The rest of a body that is not read is not waited for.
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (isForm(request.headers['content-type']) && !request.raw.complete)
      void reply.header('connection', 'close');
    done(null, payload);
  });
}

/** What is to be done when a request with a form is over, at once when it is over already. */
class UploadUnderWay {
  private isOver = false;
  private readonly last: (() => void)[] = [];

  atEnd(work: () => void): void {
    if (this.isOver) work();
    else this.last.push(work);
  }

  end(): void {
    this.isOver = true;
    for (const work of this.last.splice(0)) work();
  }
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.toLowerCase().startsWith(FORM) === true;
}

/** Takes a form with one file; `form` describes its fields. */
export function TakesFile(form: Type): MethodDecorator {
  return applyDecorators(route({ takesFile: true }), ApiConsumes(FORM), ApiBody({ type: form }));
}

/** The file that was sent. @throws RequestMalformed when there is none */
export const SentFile = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const { upload } = context.switchToHttp().getRequest<EdgeRequest>();
  if (!upload) throw new RequestMalformed([{ field: FILE_FIELD, code: 'required' }]);
  return upload;
});
