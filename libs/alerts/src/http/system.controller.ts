import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@app/kernel';
import { RequirePermission, SpokenLanguage } from '@app/platform';
import { DescribeSystem } from '../use-cases/describe-system';
import { SystemHealthResponse, systemHealthResponse } from './system.response';

@ApiTags('health')
@Controller('system')
export class SystemController {
  constructor(private readonly describeSystem: DescribeSystem) {}

  @Get('health')
  @RequirePermission('system.read')
  @ApiOperation({ summary: 'How each part of the system stands, what that means and what to do' })
  @ApiOkResponse({ type: SystemHealthResponse })
  async health(@SpokenLanguage() language: Language): Promise<SystemHealthResponse> {
    return systemHealthResponse(await this.describeSystem.execute(), language);
  }
}
