import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Caller, OwnAccount, RecordId, SignedIn } from '@app/platform';
import { ArrangeViews } from '../use-cases/arrange-views';
import { SaveView } from '../use-cases/save-view';
import {
  SavedViewRequest,
  SavedViewsQuery,
  ViewContentRequest,
  ViewOrderRequest,
  viewContentOf,
} from './views.request';
import { SavedViewResponse, SavedViewsResponse, savedViewResponse } from './views.response';

@ApiTags('me')
@Controller('me/views')
export class ViewsController {
  constructor(
    private readonly arrangeViews: ArrangeViews,
    private readonly saveView: SaveView,
  ) {}

  @Get()
  @OwnAccount()
  @ApiOperation({ summary: 'The own views of lists, in their order' })
  @ApiOkResponse({ type: SavedViewsResponse })
  async list(@SignedIn() caller: Caller, @Query() { list }: SavedViewsQuery): Promise<SavedViewsResponse> {
    return { items: (await this.arrangeViews.list(caller, list ?? null)).map(savedViewResponse) };
  }

  @Post()
  @OwnAccount()
  @ApiOperation({ summary: 'Keep a view of a list' })
  @ApiCreatedResponse({ type: SavedViewResponse })
  async add(@SignedIn() caller: Caller, @Body() body: SavedViewRequest): Promise<SavedViewResponse> {
    return savedViewResponse(await this.saveView.add(caller, body.list, viewContentOf(body)));
  }

  @Put('order')
  @OwnAccount()
  @ApiOperation({ summary: 'Put the own views of a list in order' })
  @ApiOkResponse({ type: SavedViewsResponse })
  async order(
    @SignedIn() caller: Caller,
    @Body() { list, ids }: ViewOrderRequest,
  ): Promise<SavedViewsResponse> {
    return { items: (await this.arrangeViews.order(caller, list, ids)).map(savedViewResponse) };
  }

  @Put(':id')
  @OwnAccount()
  @ApiOperation({ summary: 'Rename a view, write over it, or show it first' })
  @ApiOkResponse({ type: SavedViewResponse })
  async replace(
    @SignedIn() caller: Caller,
    @RecordId() id: string,
    @Body() body: ViewContentRequest,
  ): Promise<SavedViewResponse> {
    return savedViewResponse(await this.saveView.replace(caller, id, viewContentOf(body)));
  }

  @Delete(':id')
  @OwnAccount()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a view away' })
  @ApiNoContentResponse()
  async remove(@SignedIn() caller: Caller, @RecordId() id: string): Promise<void> {
    return this.arrangeViews.remove(caller, id);
  }
}
