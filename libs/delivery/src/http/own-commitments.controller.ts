import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery, RequirePermission, pageOf } from '@app/platform';
import { ListOwnCommitments } from '../use-cases/list-own-commitments';
import { OwnCommitmentPageResponse } from './own-commitments.response';

@ApiTags('reports')
@Controller('me/commitments')
export class OwnCommitmentsController {
  constructor(private readonly ownCommitments: ListOwnCommitments) {}

  @Get()
  @RequirePermission('report.read')
  @ApiOperation({
    summary: 'What the own organisations owe: how it stands, what is to be done, what is held as proof',
  })
  @ApiOkResponse({ type: OwnCommitmentPageResponse })
  async list(@Query() query: PageQuery): Promise<OwnCommitmentPageResponse> {
    const page = await this.ownCommitments.execute(pageOf(query));
    return {
      ...page,
      items: page.items.map(({ commitment, nextDuty, proof, pending }) => ({
        ...{ commitment, nextDuty },
        proof: proof && without(proof),
        pending: pending && without(pending),
      })),
    };
  }
}

/** The commitment is named beside it. */
function without<Row extends { readonly commitmentId: string }>({ commitmentId: _, ...row }: Row) {
  return row;
}
