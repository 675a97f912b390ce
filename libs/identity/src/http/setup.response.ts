import type { Setup } from '../use-cases/review-setup';
import { NamedPositionResponse } from './positions.response';
import { NamedRoleResponse, namedRole } from './roles.response';

export class FactorsAskedResponse {
  /** People whose role asks for a second factor. */
  asked: number;

  /** Those of them who have not enrolled one. */
  missing: number;
}

/** What an installation still lacks; demonstration accounts count as nobody. */
export class SetupResponse {
  rolesNobodyHolds: NamedRoleResponse[];

  /** Positions in which nobody is: their alerts reach the delegate at most. */
  vacantPositions: NamedPositionResponse[];

  secondFactor: FactorsAskedResponse;

  /** Demonstration accounts that can sign in. */
  demonstrationAccounts: number;

  /** Whether the public address is without encryption, so that passwords travel readable. */
  publicUrlIsPlainHttp: boolean;
}

/** The state of the installation as it is answered. */
export function setupView(setup: Setup): SetupResponse {
  const { secondFactor, demonstrationAccounts, publicUrlIsPlainHttp } = setup;
  return {
    rolesNobodyHolds: setup.rolesNobodyHolds.map(namedRole),
    vacantPositions: [...setup.vacantPositions],
    secondFactor,
    demonstrationAccounts,
    publicUrlIsPlainHttp,
  };
}
