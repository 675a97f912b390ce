import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Caller, ChangesRecord, ExpectedRevision, OwnAccount, ShownOnce, SignedIn } from '@app/platform';
import { ChangeOwnAccount } from '../use-cases/change-own-account';
import { ChangePassword } from '../use-cases/change-password';
import { EnrolSecondFactor } from '../use-cases/enrol-second-factor';
import { FindAccount } from '../use-cases/find-account';
import { RemoveSecondFactor } from '../use-cases/remove-second-factor';
import { RenewRecoveryCodes } from '../use-cases/renew-recovery-codes';
import { StartSecondFactor } from '../use-cases/start-second-factor';
import { FirstCodeRequest, OwnAccountRequest, PasswordRequest } from './me.request';
import { RecoveryCodesResponse, StartedSecondFactorResponse } from './me.response';
import { ConfirmationRequest } from './session.request';
import { AccountResponse, accountResponse } from './session.response';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly findAccount: FindAccount,
    private readonly changeOwnAccount: ChangeOwnAccount,
    private readonly changePassword: ChangePassword,
    private readonly startSecondFactor: StartSecondFactor,
    private readonly enrolSecondFactor: EnrolSecondFactor,
    private readonly removeSecondFactor: RemoveSecondFactor,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
  ) {}

  @Get()
  @OwnAccount()
  @ApiOperation({ summary: "The caller's account" })
  @ApiOkResponse({ type: AccountResponse })
  async show(@SignedIn() caller: Caller): Promise<AccountResponse> {
    return accountResponse(await this.findAccount.execute(caller.accountId), caller);
  }

  @Patch()
  @OwnAccount()
  @ChangesRecord('account')
  @ApiOperation({ summary: 'Change the own name or language' })
  @ApiOkResponse({ type: AccountResponse })
  async change(
    @SignedIn() caller: Caller,
    @ExpectedRevision() revision: number,
    @Body() body: OwnAccountRequest,
  ): Promise<AccountResponse> {
    return accountResponse(await this.changeOwnAccount.execute(caller, revision, body), caller);
  }

  @Put('password')
  @OwnAccount()
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the own password; all other sessions and all API tokens end' })
  @ApiNoContentResponse()
  async setPassword(
    @SignedIn() caller: Caller,
    @Body() { currentPassword, newPassword }: PasswordRequest,
  ): Promise<void> {
    return this.changePassword.execute(caller, currentPassword, newPassword);
  }

  @Post('second-factor')
  @OwnAccount()
  @ShownOnce()
  @ApiOperation({ summary: 'Begin to enrol a device that shows codes' })
  @ApiCreatedResponse({ type: StartedSecondFactorResponse })
  async start(
    @SignedIn() caller: Caller,
    @Body() body: ConfirmationRequest,
  ): Promise<StartedSecondFactorResponse> {
    return this.startSecondFactor.execute(caller, body);
  }

  @Post('second-factor/confirmation')
  @OwnAccount()
  @ShownOnce()
  @ApiOperation({ summary: 'Enrol the device by its first code; all other sessions end' })
  @ApiCreatedResponse({ type: RecoveryCodesResponse })
  async confirm(
    @SignedIn() caller: Caller,
    @Body() { code }: FirstCodeRequest,
  ): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.enrolSecondFactor.execute(caller, code) };
  }

  @Delete('second-factor')
  @OwnAccount()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the second factor away; all other sessions end' })
  @ApiNoContentResponse()
  async remove(@SignedIn() caller: Caller, @Body() body: ConfirmationRequest): Promise<void> {
    return this.removeSecondFactor.execute(caller, body);
  }

  @Post('recovery-codes')
  @OwnAccount()
  @ShownOnce()
  @ApiOperation({ summary: 'Replace all recovery codes' })
  @ApiCreatedResponse({ type: RecoveryCodesResponse })
  async renew(@SignedIn() caller: Caller, @Body() body: ConfirmationRequest): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.renewRecoveryCodes.execute(caller, body) };
  }
}
