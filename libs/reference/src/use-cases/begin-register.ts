import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { CountryProfile } from '../domain/country-profile';
import { RegisterOfAnotherCountry } from '../domain/refusals';
import { LoadedProfileRepository } from '../persistence/loaded-profile.repository';

/**
 * Writes down with which country's profile the register began, in the transaction that loads the first content.
 * Answers whether it begins now; false when it began before.
 * @throws RegisterOfAnotherCountry when it began with another profile.
 */
@Injectable()
export class BeginRegister {
  constructor(
    private readonly loaded: LoadedProfileRepository,
    private readonly profile: CountryProfile,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const { code, isNew } = await this.loaded.remember(tx, this.profile.code, this.clock.now());
      if (code !== this.profile.code)
        throw new RegisterOfAnotherCountry({ loaded: code, asked: this.profile.code });
      return isNew;
    });
  }
}
