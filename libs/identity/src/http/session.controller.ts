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
  SignedIn,
  clearSessionCookie,
  setSessionCookie,
} from '@app/platform';
import { FindAccount } from '../use-cases/find-account';
import { SignIn } from '../use-cases/sign-in';
import { SignOut } from '../use-cases/sign-out';
import { SignInRequest } from './session.request';
import { AccountResponse, SessionResponse, accountResponse } from './session.response';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly findAccount: FindAccount,
    private readonly settings: Settings,
  ) {}

  @Post()
  @PublicRoute()
  @ApiOperation({ summary: 'Sign in' })
  @ApiCreatedResponse({ type: SessionResponse })
  async open(
    @Body() { email, password }: SignInRequest,
    @Res({ passthrough: true }) reply: EdgeReply,
  ): Promise<SessionResponse> {
    const { token, expiresAt, account } = await this.signIn.execute(email, password);
    setSessionCookie(reply, token, this.settings.sessionHours * 3600, this.settings);
    return { account: accountResponse(account), expiresAt: expiresAt.toISOString() };
  }

  @Get()
  @RequirePermission('self')
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: AccountResponse })
  async show(@SignedIn() caller: Caller): Promise<AccountResponse> {
    return accountResponse(await this.findAccount.execute(caller.accountId));
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
}
