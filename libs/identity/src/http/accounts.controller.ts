import { Body, Controller, Delete, Get, HttpCode, Patch, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@app/kernel';
import {
  type Caller,
  ChangesRecord,
  ExpectedRevision,
  type HistoryEntryResponse,
  HistoryPageResponse,
  type Page,
  PageQuery,
  RecordHistory,
  RecordId,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  pageOf,
} from '@app/platform';
import { ChangeAccount } from '../use-cases/change-account';
import { EndAccountSessions } from '../use-cases/end-account-sessions';
import { FindAccountRecord } from '../use-cases/find-account-record';
import { ListAccounts } from '../use-cases/list-accounts';
import { ResetSecondFactor } from '../use-cases/reset-second-factor';
import { AccountChangeRequest, AccountsQuery } from './accounts.request';
import {
  AccountPageResponse,
  ChangedAccountResponse,
  ShownAccountResponse,
  accountPageView,
  changedAccountView,
  shownAccountView,
} from './accounts.response';

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly listAccounts: ListAccounts,
    private readonly findAccount: FindAccountRecord,
    private readonly changeAccount: ChangeAccount,
    private readonly endSessions: EndAccountSessions,
    private readonly resetSecondFactor: ResetSecondFactor,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Accounts by name; the audit trail notes who looked' })
  @ApiOkResponse({ type: AccountPageResponse })
  async list(@Query() query: AccountsQuery): Promise<AccountPageResponse> {
    return accountPageView(await this.listAccounts.execute(query, pageOf(query)));
  }

  @Get(':id')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'One account; the audit trail notes who looked' })
  @ApiOkResponse({ type: ShownAccountResponse })
  async show(
    @RecordId() id: string,
    @SignedIn() { accountId }: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ShownAccountResponse> {
    return shownAccountView(await this.findAccount.execute(id, accountId), language);
  }

  @Get(':id/history')
  @RequirePermission('account.read')
  @ApiOperation({
    summary: 'What was done to this account, the latest first; the audit trail notes who looked',
  })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(
    @RecordId() id: string,
    @Query() query: PageQuery,
    @SignedIn() { accountId }: Caller,
  ): Promise<Page<HistoryEntryResponse>> {
    const account = await this.findAccount.execute(id, accountId);
    return this.recordHistory.execute('account', account, pageOf(query));
  }

  @Patch(':id')
  @RequirePermission('account.change')
  @ChangesRecord('account')
  @ApiOperation({ summary: 'Change an account: name, language, roles, and whether it is open' })
  @ApiOkResponse({ type: ChangedAccountResponse })
  async change(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: AccountChangeRequest,
    @SignedIn() caller: Caller,
  ): Promise<ChangedAccountResponse> {
    return changedAccountView(await this.changeAccount.execute({ id, revision }, body, caller.accountId));
  }

  @Delete(':id/sessions')
  @RequirePermission('account.change')
  @HttpCode(204)
  @ApiOperation({ summary: 'End all sessions of an account, and make its API tokens worthless' })
  @ApiNoContentResponse()
  async end(@RecordId() id: string, @SignedIn() caller: Caller): Promise<void> {
    return this.endSessions.execute(id, caller.accountId);
  }

  @Delete(':id/second-factor')
  @RequirePermission('account.change')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a lost second factor away, with all that is open' })
  @ApiNoContentResponse()
  async reset(@RecordId() id: string, @SignedIn() caller: Caller): Promise<void> {
    return this.resetSecondFactor.execute(id, caller.accountId);
  }
}
