import { ApiProperty } from '@nestjs/swagger';
import { type Page, PageResponse } from '@app/platform';
import type { Colleague } from '../domain/colleague';
import { INVESTOR_ROLES, type InvestorRole } from '../domain/roles';

/** Somebody who acts for an organisation of the caller, in one role. */
export class ColleagueResponse {
  accountId: string;
  name: string | null;
  email: string;

  /** False once the account is closed. */
  active: boolean;

  organisationId: string;

  @ApiProperty({ type: String, enum: INVESTOR_ROLES })
  role: InvestorRole;

  /** ISO 8601. */
  since: string;
}

export class ColleaguePageResponse extends PageResponse {
  @ApiProperty({ type: [ColleagueResponse] })
  items: readonly ColleagueResponse[];
}

export function colleaguePageView(page: Page<Colleague>): ColleaguePageResponse {
  return { ...page, items: page.items.map((one) => ({ ...one, since: one.since.toISOString() })) };
}
