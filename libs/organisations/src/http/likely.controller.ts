import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@app/kernel';
import { RequirePermission, SpokenLanguage, spokenSentence } from '@app/platform';
import { FindLikely } from '../use-cases/find-likely';
import { LikelyOrganisationsRequest, LikelyPersonsRequest } from './likely.request';
import { LikelyOrganisationsResponse, LikelyPersonsResponse } from './likely.response';

@ApiTags('likely records')
@Controller()
export class LikelyController {
  constructor(private readonly findLikely: FindLikely) {}

  @Post('organisations/likely')
  @HttpCode(200)
  @RequirePermission('organisation.record')
  @ApiOperation({ summary: 'Organisations that may be the one about to be recorded, and why' })
  @ApiOkResponse({ type: LikelyOrganisationsResponse })
  async organisations(
    @Body() { names, ice }: LikelyOrganisationsRequest,
    @SpokenLanguage() language: Language,
  ): Promise<LikelyOrganisationsResponse> {
    const found = await this.findLikely.organisations(names, ice ?? null);
    return {
      items: found.map((one) => ({ ...one, explained: spokenSentence(`likely.${one.reason}`, language) })),
    };
  }

  @Post('persons/likely')
  @HttpCode(200)
  @RequirePermission('person.record')
  @ApiOperation({ summary: 'Persons who may be the one about to be recorded, and why' })
  @ApiOkResponse({ type: LikelyPersonsResponse })
  async persons(
    @Body() { names }: LikelyPersonsRequest,
    @SpokenLanguage() language: Language,
  ): Promise<LikelyPersonsResponse> {
    const found = await this.findLikely.persons(names);
    return {
      items: found.map((one) => ({ ...one, explained: spokenSentence(`likely.${one.reason}`, language) })),
    };
  }
}
