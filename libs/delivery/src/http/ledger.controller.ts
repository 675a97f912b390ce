import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordId, RequirePermission } from '@app/platform';
import { ShowLedger } from '../use-cases/show-ledger';
import { LedgerResponse } from './ledger.response';

@ApiTags('settling')
@Controller('commitments/:id/ledger')
export class LedgerController {
  constructor(private readonly showLedger: ShowLedger) {}

  @Get()
  @RequirePermission('commitment.read')
  @ApiOperation({
    summary: 'What was first promised, every move of deadline and figure with its act, and what was decided',
  })
  @ApiOkResponse({ type: LedgerResponse })
  show(@RecordId() id: string): Promise<LedgerResponse> {
    return this.showLedger.execute(id);
  }
}
