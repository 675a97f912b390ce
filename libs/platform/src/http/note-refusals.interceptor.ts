import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Observable, catchError } from 'rxjs';
import { RecordConcealed, Refusal } from '@app/kernel';
import { AccessControl, type EdgeRequest } from './caller';
import type { RouteFacts } from './route';

/**
 * Notes what a use case refuses its caller, such as a change outside of their scope: around everything else, so that
 * the transaction in which it was refused is undone by then.
 */
@Injectable()
export class NoteRefusalsInterceptor implements NestInterceptor {
  constructor(private readonly access: AccessControl) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { caller, routeOptions } = context.switchToHttp().getRequest<EdgeRequest>();
    const { permission } = routeOptions.config as unknown as RouteFacts;
    if (!caller || !permission) return next.handle();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        if (error instanceof RecordConcealed)
          await this.access.noteRefusal(caller, permission, 'outside_scope');
        else if (error instanceof Refusal && error.kind === 'forbidden') {
          await this.access.noteRefusal(caller, permission, error.code);
        }
        throw error;
      }),
    );
  }
}
