import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, PageQuery, PublicRoute, pageOf } from '@app/platform';
import { ListCheckpoints } from '../use-cases/list-checkpoints';
import { CheckpointPageResponse, CheckpointResponse } from './checkpoint.response';

@ApiTags('audit')
@Controller('public/audit-checkpoints')
export class CheckpointsController {
  constructor(private readonly listCheckpoints: ListCheckpoints) {}

  @Get()
  @PublicRoute()
  @ApiOperation({
    summary: 'Signed checkpoints of the audit trail, the latest first',
    description:
      'Keep them elsewhere: who holds one can tell whether the trail up to it was rewritten or cut. The signature is Ed25519 over the UTF-8 bytes of `signed`, which is the canonical form (RFC 8785) of an object with `format` (`mithaq-audit-checkpoint/1`), `sequence`, `linkSha256`, `entries`, `madeOn`, `madeAt` and `keyFingerprint`.',
  })
  @ApiOkResponse({ type: CheckpointPageResponse })
  async list(@Query() query: PageQuery): Promise<Page<CheckpointResponse>> {
    return this.listCheckpoints.execute(pageOf(query));
  }
}
