import { ExecutionContext, createParamDecorator } from '@nestjs/common';
import { RecordIsStale } from '@app/kernel';
import type { EdgeRequest } from './caller';
import { revisionNamedBy } from './entity-tag';

/**
 * The revision that `If-Match` names, for the `WHERE` of the update: the record may have changed again since the
 * edge looked.
 */
export const ExpectedRevision = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const revision = revisionNamedBy(context.switchToHttp().getRequest<EdgeRequest>().headers['if-match']);
  if (revision === null) throw new RecordIsStale();
  return revision;
});
