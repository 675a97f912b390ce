import { PERMISSIONS } from '@app/kernel';
import { ChoiceList, Instant, Text } from '@app/platform';
import type { TokenToMake } from '../use-cases/make-token';

export class TokenRequest implements TokenToMake {
  @Text({ max: 100, description: 'What it is for' })
  name: string;

  @ChoiceList(PERMISSIONS, { description: 'Some of what its holder may, and nothing that lets others in' })
  permissions: string[];

  @Instant({ description: 'At most a year from now' })
  expiresAt: string;
}
