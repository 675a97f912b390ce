import { ExecutionContext, createParamDecorator } from '@nestjs/common';
import { RecordIsStale } from '@app/kernel';
import type { EdgeRequest } from './caller';

const REVISION = /^(?:W\/)?"(\d{1,9})"$/;

/**
 * The revision that `If-Match` names, for the `WHERE` of the update: the record may have changed again since the
 * edge looked. `*` is refused here: a change says which version it changes.
 */
export const ExpectedRevision = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<EdgeRequest>().headers['if-match'] ?? '';
  const match = REVISION.exec(header.trim());
  if (!match) throw new RecordIsStale();
  return Number(match[1]);
});
