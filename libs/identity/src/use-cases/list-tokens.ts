import { Injectable } from '@nestjs/common';
import type { Caller, Page, PageRequest } from '@app/platform';
import { ApiTokens, ListedToken } from '../persistence/api-tokens';

export type { ListedToken } from '../persistence/api-tokens';

/** The API tokens of the caller's account, the newest first; what they are is never shown again. */
@Injectable()
export class ListTokens {
  constructor(private readonly tokens: ApiTokens) {}

  async execute({ accountId }: Caller, page: PageRequest): Promise<Page<ListedToken>> {
    return this.tokens.list(accountId, page);
  }
}
