import type { Language } from '@app/kernel';
import { ExecutionContext, createParamDecorator } from '@nestjs/common';
import { preferredLanguage } from '../i18n/sentences';
import type { EdgeRequest } from './caller';

/** The language in which a signed-in caller reads sentences: the one asked for, else the account's. */
export const SpokenLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const { caller, headers } = context.switchToHttp().getRequest<EdgeRequest>();
  if (!caller) throw new Error('a public route asks for its caller');
  return preferredLanguage(headers['accept-language']) ?? caller.language;
});
