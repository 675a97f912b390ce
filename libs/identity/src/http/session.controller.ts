import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  type Caller,
  type EdgeReply,
  OwnAccount,
  PublicRoute,
  RequirePermission,
  Settings,
  ShownOnce,
  SignedIn,
  clearSessionCookie,
  setSessionCookie,
} from '@app/platform';
import { FindAccount } from '../use-cases/find-account';
import { SatisfySecondFactor } from '../use-cases/satisfy-second-factor';
import { SignIn } from '../use-cases/sign-in';
import { SignOut } from '../use-cases/sign-out';
import { CodeRequest, SignInRequest } from './session.request';
import { AccountResponse, SessionResponse, accountResponse } from './session.response';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly findAccount: FindAccount,
    private readonly satisfySecondFactor: SatisfySecondFactor,
    private readonly settings: Settings,
  ) {}

  @Post()
  @PublicRoute()
  @ApiOperation({ summary: 'Sign in' })
  @ApiCreatedResponse({ type: SessionResponse })
  async open(
    @Body() body: SignInRequest,
    @Res({ passthrough: true }) reply: EdgeReply,
  ): Promise<SessionResponse> {
    const { token, expiresAt, account, secondFactor } = await this.signIn.execute(body);
    setSessionCookie(reply, token, this.settings.sessionHours * 3600, this.settings);
    return {
      account: accountResponse(account, { secondFactor, limitedTo: null }),
      expiresAt: expiresAt.toISOString(),
    };
  }

  @Get()
  @RequirePermission('self')
  @ApiOperation({ summary: 'Who is signed in, and what they may' })
  @ApiOkResponse({ type: AccountResponse })
  async show(@SignedIn() caller: Caller): Promise<AccountResponse> {
    return accountResponse(await this.findAccount.execute(caller.accountId), caller);
  }

  @Delete()
  @OwnAccount()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async close(@SignedIn() caller: Caller, @Res({ passthrough: true }) reply: EdgeReply): Promise<void> {
    clearSessionCookie(reply, this.settings);
    return this.signOut.execute(caller);
  }

  @Post('second-factor')
  @OwnAccount()
  @ShownOnce()
  @HttpCode(204)
  @ApiOperation({ summary: 'Put the second factor behind a session that was opened without it' })
  @ApiNoContentResponse()
  async satisfy(@SignedIn() caller: Caller, @Body() body: CodeRequest): Promise<void> {
    return this.satisfySecondFactor.execute(caller, body);
  }
}
