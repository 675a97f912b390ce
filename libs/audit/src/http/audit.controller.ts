import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountActor } from '@app/kernel';
import { type Caller, type Page, RecordId, RequirePermission, SignedIn, pageOf } from '@app/platform';
import { FindAuditEntry } from '../use-cases/find-audit-entry';
import { ListAuditEntries } from '../use-cases/list-audit-entries';
import { AuditQuery, questionOf } from './audit.request';
import { AuditEntryPageResponse, AuditEntryResponse, FoundAuditEntryResponse } from './audit.response';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly listEntries: ListAuditEntries,
    private readonly findEntry: FindAuditEntry,
  ) {}

  @Get()
  @RequirePermission('audit.read')
  @ApiOperation({ summary: 'The audit trail, the latest entry first' })
  @ApiOkResponse({ type: AuditEntryPageResponse })
  async list(@Query() query: AuditQuery): Promise<Page<AuditEntryResponse>> {
    return this.listEntries.execute(questionOf(query), pageOf(query));
  }

  @Get(':id')
  @RequirePermission('audit.read')
  @ApiOperation({ summary: 'One entry; that its personal values were read is noted' })
  @ApiOkResponse({ type: FoundAuditEntryResponse })
  async show(@RecordId() id: string, @SignedIn() caller: Caller): Promise<FoundAuditEntryResponse> {
    const entry = await this.findEntry.execute(id, accountActor(caller.accountId));
    return { ...entry, personalValues: [...entry.personalValues] };
  }
}
