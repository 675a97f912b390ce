import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '@app/platform';
import { FindIndicator } from '../use-cases/find-indicator';
import { ShowIndicator } from '../use-cases/show-indicator';
import { IndicatorWithPromisesResponse, IndicatorsResponse } from './indicators.response';

@ApiTags('indicators')
@Controller('indicators')
export class IndicatorsController {
  constructor(
    private readonly findIndicator: FindIndicator,
    private readonly showIndicator: ShowIndicator,
  ) {}

  @Get()
  @RequirePermission('indicator.read')
  @ApiOperation({
    summary: 'What the national figures mean, what was observed and aimed at, and how far it is',
  })
  @ApiOkResponse({ type: IndicatorsResponse })
  async list(): Promise<IndicatorsResponse> {
    return { items: await this.findIndicator.all() };
  }

  @Get(':id')
  @RequirePermission('indicator.read')
  @ApiOperation({
    summary: 'One of them, under its code, with the promises of the register beside its course',
  })
  @ApiOkResponse({ type: IndicatorWithPromisesResponse })
  async show(@Param('id') code: string): Promise<IndicatorWithPromisesResponse> {
    return this.showIndicator.execute(code);
  }
}
