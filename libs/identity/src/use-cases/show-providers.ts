import { Injectable } from '@nestjs/common';
import { Settings } from '@app/platform';

/** A provider as a sign-in page offers it. */
export interface OfferedProvider {
  readonly name: string;
  /** Where a sign-in through it begins, on the register's own address. */
  readonly path: string;
}

/** The providers through which staff may sign in; none unless one is configured. */
@Injectable()
export class ShowProviders {
  constructor(private readonly settings: Settings) {}

  execute(): readonly OfferedProvider[] {
    const { provider } = this.settings;
    return provider === null ? [] : [{ name: provider.name, path: '/api/v1/session/oidc' }];
  }
}
