import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '@app/platform';
import { ReviewSetup } from '../use-cases/review-setup';
import { SetupResponse, setupView } from './setup.response';

@ApiTags('accounts')
@Controller('setup')
export class SetupController {
  constructor(private readonly reviewSetup: ReviewSetup) {}

  @Get()
  @RequirePermission('setup.read')
  @ApiOperation({ summary: 'What is still to be set up' })
  @ApiOkResponse({ type: SetupResponse })
  async show(): Promise<SetupResponse> {
    return setupView(await this.reviewSetup.execute());
  }
}
