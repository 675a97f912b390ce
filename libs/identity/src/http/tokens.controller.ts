import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Caller, OwnAccount, PageQuery, RecordId, ShownOnce, SignedIn, pageOf } from '@app/platform';
import { ListTokens } from '../use-cases/list-tokens';
import { MakeToken } from '../use-cases/make-token';
import { RevokeToken } from '../use-cases/revoke-token';
import { TokenRequest } from './tokens.request';
import {
  MadeTokenResponse,
  TokenPageResponse,
  madeTokenResponse,
  tokenPageResponse,
} from './tokens.response';

@ApiTags('me')
@Controller('me/tokens')
export class TokensController {
  constructor(
    private readonly listTokens: ListTokens,
    private readonly makeToken: MakeToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  @Get()
  @OwnAccount()
  @ApiOperation({ summary: 'The own API tokens, the newest first' })
  @ApiOkResponse({ type: TokenPageResponse })
  async list(@SignedIn() caller: Caller, @Query() query: PageQuery): Promise<TokenPageResponse> {
    return tokenPageResponse(await this.listTokens.execute(caller, pageOf(query)));
  }

  @Post()
  @OwnAccount()
  @ShownOnce()
  @ApiOperation({ summary: 'Make an API token' })
  @ApiCreatedResponse({ type: MadeTokenResponse })
  async make(@SignedIn() caller: Caller, @Body() body: TokenRequest): Promise<MadeTokenResponse> {
    return madeTokenResponse(await this.makeToken.execute(caller, body));
  }

  @Delete(':id')
  @OwnAccount()
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke an API token' })
  @ApiNoContentResponse()
  async revoke(@SignedIn() caller: Caller, @RecordId() id: string): Promise<void> {
    return this.revokeToken.execute(caller, id);
  }
}
