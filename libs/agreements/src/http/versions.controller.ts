import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordId, RecordNumber, RequirePermission, Whole } from '@app/platform';
import { ListVersions } from '../use-cases/list-versions';
import { listedVersion, versionRecord } from './draft-view';
import { VersionDiffResponse, VersionPageResponse, VersionRecordResponse } from './draft.response';

/** Which version to compare with. */
export class CompareVersionsQuery {
  @Whole({
    min: 1,
    max: 1_000_000,
    fromQuery: true,
    optional: true,
    description: 'The version before when left out',
  })
  against?: number | null;
}

@ApiTags('versions')
@Controller('agreements/:id/versions')
export class VersionsController {
  constructor(private readonly listVersions: ListVersions) {}

  @Get()
  @RequirePermission('version.read')
  @ApiOperation({ summary: 'The versions of an agreement, the latest first' })
  @ApiOkResponse({ type: VersionPageResponse })
  async list(@RecordId() id: string): Promise<VersionPageResponse> {
    const versions = await this.listVersions.execute(id);
    return { items: versions.map(listedVersion), total: versions.length, nextCursor: null };
  }

  @Get(':n')
  @RequirePermission('version.read')
  @ApiOperation({ summary: 'One version with its document, under its number for good' })
  @ApiOkResponse({ type: VersionRecordResponse })
  async show(@RecordId() id: string, @RecordNumber('n') n: number): Promise<VersionRecordResponse> {
    return versionRecord(await this.listVersions.find(id, n));
  }

  @Get(':n/diff')
  @RequirePermission('version.read')
  @ApiOperation({ summary: 'What differs between two versions, field by field' })
  @ApiOkResponse({ type: VersionDiffResponse })
  async diff(
    @RecordId() id: string,
    @RecordNumber('n') n: number,
    @Query() { against = null }: CompareVersionsQuery,
  ): Promise<VersionDiffResponse> {
    const { version, other, differences } = await this.listVersions.compare(id, n, against);
    return {
      agreementId: id,
      n,
      against: other.version.number,
      version: listedVersion(version.version),
      other: listedVersion(other.version),
      differences: [...differences],
    };
  }
}
