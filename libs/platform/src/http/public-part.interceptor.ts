import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Observable, map } from 'rxjs';
import type { EdgeRequest } from './caller';
import { publicPartOf } from './public-part';

/** Takes what is never public out of every answer to an investor, the answers of routes to come included. */
@Injectable()
export class PublicPartInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { caller } = context.switchToHttp().getRequest<EdgeRequest>();
    const organisations = caller?.organisations ?? null;
    if (organisations === null) return next.handle();
    return next.handle().pipe(map((body: unknown) => publicPartOf(body, organisations)));
  }
}
