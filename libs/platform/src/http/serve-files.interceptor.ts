import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Observable, mergeMap } from 'rxjs';
import { FileAltered, FilesUnavailable } from '../files/refusals';
import { ServedFile } from '../files/served-file';
import { asAttachment } from '../files/shown-file-name';
import type { EdgeRequest } from './caller';
import { namesTag } from './entity-tag';

/**
 * Hands out files to be kept by the reader and by nobody on the way: not opened in the place of a page, not taken for
 * another type, and not told as parts, of which nobody could say whether they are what was kept.
 */
@Injectable()
export class ServeFilesInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Files');

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<EdgeRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next
      .handle()
      .pipe(
        mergeMap(async (body: unknown) =>
          body instanceof ServedFile ? this.serve(body, request, reply) : body,
        ),
      );
  }

  private async serve(
    file: ServedFile,
    request: EdgeRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const tag = `"${file.sha256}"`;
    void reply.headers({
      etag: tag,
      vary: 'Cookie',
      'cache-control': 'private, no-store',
      'accept-ranges': 'none',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    const known = request.headers['if-none-match'];
    if (known && namesTag(known, tag)) {
      void reply.status(304);
      return undefined;
    }
    const stream = await this.streamOf(file);
    return new StreamableFile(stream, {
      type: file.mediaType,
      disposition: asAttachment(file.name),
      length: file.bytes,
    });
  }

  /** @throws FilesUnavailable, FileAltered */
  private async streamOf({ sha256, bytes, open }: ServedFile) {
    const content = await open();
    if (content === null) {
      this.logger.error(`the file ${sha256} is missing from the store`);
      throw new FilesUnavailable();
    }
    if (content.bytes !== bytes) {
      await content.close();
      this.logger.error(`the file ${sha256} was altered in the store`);
      throw new FileAltered();
    }
    return content.stream().on('error', (error) => {
      if (error instanceof FileAltered) this.logger.error(`the file ${sha256} was altered in the store`);
    });
  }
}
