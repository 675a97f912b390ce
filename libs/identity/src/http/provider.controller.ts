import { Controller, Get, Header, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  type EdgeReply,
  type EdgeRequest,
  PublicRoute,
  Settings,
  attemptSecretOf,
  clearAttemptCookie,
  setAttemptCookie,
  setSessionCookie,
} from '@app/platform';
import { PROVIDER_ATTEMPT_SECONDS } from '../domain/provider-attempt';
import { BeginProviderSignIn } from '../use-cases/begin-provider-sign-in';
import { FinishProviderSignIn } from '../use-cases/finish-provider-sign-in';
import { ShowProviders } from '../use-cases/show-providers';
import { ProviderSignInQuery } from './provider.request';
import { ProvidersResponse } from './provider.response';

/** Where the browser goes on to. */
interface Redirection {
  readonly url: string;
}

@ApiTags('session')
@Controller('session')
export class ProviderController {
  constructor(
    private readonly showProviders: ShowProviders,
    private readonly begin: BeginProviderSignIn,
    private readonly finish: FinishProviderSignIn,
    private readonly settings: Settings,
  ) {}

  @Get('providers')
  @PublicRoute()
  @ApiOperation({ summary: 'Providers through which staff may sign in' })
  @ApiOkResponse({ type: ProvidersResponse })
  list(): ProvidersResponse {
    return { items: [...this.showProviders.execute()] };
  }

  @Get('oidc')
  @PublicRoute()
  @Redirect()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Begin a sign-in through the provider' })
  @ApiFoundResponse({ description: 'To the provider' })
  async open(
    @Query() { returnTo }: ProviderSignInQuery,
    @Res({ passthrough: true }) reply: EdgeReply,
  ): Promise<Redirection> {
    const { address, browserSecret } = await this.begin.execute(returnTo ?? '/');
    setAttemptCookie(reply, browserSecret, PROVIDER_ATTEMPT_SECONDS, this.settings);
    return { url: address };
  }

  @Get('oidc/callback')
  @PublicRoute()
  @Redirect()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Finish a sign-in with the answer of the provider' })
  @ApiQuery({ name: 'state', required: false, type: String })
  @ApiQuery({ name: 'code', required: false, type: String })
  @ApiQuery({ name: 'iss', required: false, type: String })
  @ApiQuery({ name: 'error', required: false, type: String })
  @ApiFoundResponse({ description: 'Signed in, to the place asked for' })
  async close(
    @Req() request: EdgeRequest,
    @Res({ passthrough: true }) reply: EdgeReply,
  ): Promise<Redirection> {
    const { token, address } = await this.finish.execute(
      new URL(request.url, this.settings.publicUrl).search,
      attemptSecretOf(request),
    );
    clearAttemptCookie(reply, this.settings);
    setSessionCookie(reply, token, this.settings.sessionHours * 3600, this.settings);
    return { url: address };
  }
}
