import { Module } from '@nestjs/common';
import { AccessModule } from './access.module';
import { DemonstrationModule } from './demonstration.module';
import { AccountRecordRepository } from './persistence/account-record.repository';
import { ColleagueRepository } from './persistence/colleague.repository';
import { PositionRepository } from './persistence/position.repository';
import { SetupRepository } from './persistence/setup.repository';
import { ChangeAccount } from './use-cases/change-account';
import { ChangePosition } from './use-cases/change-position';
import { EndAccountSessions } from './use-cases/end-account-sessions';
import { FindAccountRecord } from './use-cases/find-account-record';
import { ListAccounts } from './use-cases/list-accounts';
import { ListColleagues } from './use-cases/list-colleagues';
import { RecordPosition } from './use-cases/record-position';
import { RefuseDemonstration } from './use-cases/refuse-demonstration';
import { RequirePosition } from './use-cases/require-position';
import { ReviewSetup } from './use-cases/review-setup';
import { ResetSecondFactor } from './use-cases/reset-second-factor';
import { ShowPositions } from './use-cases/show-positions';
import { VacatePositions } from './use-cases/vacate-positions';

const USE_CASES = [
  ChangeAccount,
  ChangePosition,
  EndAccountSessions,
  FindAccountRecord,
  ListAccounts,
  ListColleagues,
  RecordPosition,
  ResetSecondFactor,
  ReviewSetup,
  ShowPositions,
];

/** The administration of accounts and positions; only the api process asks for it. */
@Module({
  imports: [AccessModule, DemonstrationModule],
  providers: [
    AccountRecordRepository,
    ColleagueRepository,
    PositionRepository,
    SetupRepository,
    RefuseDemonstration,
    RequirePosition,
    VacatePositions,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class PeopleModule {}
