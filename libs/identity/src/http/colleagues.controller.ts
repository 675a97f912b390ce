import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, PageQuery, RequirePermission, SignedIn, pageOf } from '@app/platform';
import { ListColleagues } from '../use-cases/list-colleagues';
import { ColleaguePageResponse, colleaguePageView } from './colleagues.response';

@ApiTags('me')
@Controller('me/colleagues')
export class ColleaguesController {
  constructor(private readonly listColleagues: ListColleagues) {}

  @Get()
  @RequirePermission('invitation.read')
  @ApiOperation({
    summary: 'Who acts for the organisations that the caller represents; nobody for the administration',
  })
  @ApiOkResponse({ type: ColleaguePageResponse })
  async list(@Query() query: PageQuery, @SignedIn() caller: Caller): Promise<ColleaguePageResponse> {
    return colleaguePageView(await this.listColleagues.execute(pageOf(query), caller));
  }
}
