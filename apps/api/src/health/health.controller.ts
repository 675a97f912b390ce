import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { type EdgeReply, Health, PublicRoute, httpStatusOf } from '@app/platform';
import { HealthResponse, ReadinessResponse } from './health.response';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @PublicRoute()
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ type: HealthResponse })
  live(): HealthResponse {
    return { status: 'ok' };
  }

  @Get('ready')
  @PublicRoute()
  @ApiOperation({
    summary: 'Whether the process can do its work: database, queue, migrations, time-zone data',
  })
  @ApiOkResponse({ type: ReadinessResponse })
  @ApiServiceUnavailableResponse({ type: ReadinessResponse, description: 'It cannot' })
  async ready(@Res({ passthrough: true }) reply: EdgeReply): Promise<ReadinessResponse> {
    const report = await this.health.report();
    void reply.status(httpStatusOf(report));
    return report;
  }
}
