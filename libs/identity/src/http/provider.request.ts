import { Text } from '@app/platform';

export class ProviderSignInQuery {
  @Text({
    optional: true,
    max: 500,
    description: 'Path on this address to go to afterwards; / when left out',
  })
  returnTo?: string | null;
}
