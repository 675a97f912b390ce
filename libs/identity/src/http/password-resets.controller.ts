import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '@app/platform';
import { CompletePasswordReset } from '../use-cases/complete-password-reset';
import { RequestPasswordReset } from '../use-cases/request-password-reset';
import { NewPasswordRequest, PasswordResetRequest } from './password-resets.request';
import { PasswordResetResponse } from './password-resets.response';

@ApiTags('session')
@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly completePasswordReset: CompletePasswordReset,
  ) {}

  @Post()
  @PublicRoute()
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for a link to a new password; the answer is the same for every address' })
  @ApiAcceptedResponse({ type: PasswordResetResponse })
  async request(@Body() { email }: PasswordResetRequest): Promise<PasswordResetResponse> {
    await this.requestPasswordReset.execute(email);
    return { received: true };
  }

  @Post('completion')
  @PublicRoute()
  @HttpCode(204)
  @ApiOperation({ summary: 'Choose a new password by the link of a reset; all sessions end' })
  @ApiNoContentResponse()
  async complete(@Body() { token, password }: NewPasswordRequest): Promise<void> {
    return this.completePasswordReset.execute(token, password);
  }
}
