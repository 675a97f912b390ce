import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { Settings } from '@app/platform';
import { ROLES, type Role } from '../domain/roles';
import { PositionRepository } from '../persistence/position.repository';
import { type FactorsAsked, SetupRepository } from '../persistence/setup.repository';

/** What an installation still lacks. */
export interface Setup {
  /** In the order of the list of roles. */
  readonly rolesNobodyHolds: readonly Role[];
  readonly vacantPositions: readonly { readonly id: string; readonly names: LocalizedText }[];
  readonly secondFactor: FactorsAsked;
  readonly demonstrationAccounts: number;
  readonly publicUrlIsPlainHttp: boolean;
}

/** Looks at what is still to be set up, for the page that says it. */
@Injectable()
export class ReviewSetup {
  constructor(
    private readonly setup: SetupRepository,
    private readonly positions: PositionRepository,
    private readonly settings: Settings,
  ) {}

  async execute(): Promise<Setup> {
    const held = await this.setup.rolesHeld();
    return {
      rolesNobodyHolds: ROLES.filter((role) => !held.has(role)),
      vacantPositions: await this.positions.listVacant(),
      secondFactor: await this.setup.factorsAsked(),
      demonstrationAccounts: await this.setup.countDemonstrationAccounts(),
      publicUrlIsPlainHttp: this.settings.publicUrl.startsWith('http:'),
    };
  }
}
