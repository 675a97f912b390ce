import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '@app/platform';
import { RolesResponse, rolesView } from './roles.response';

@ApiTags('accounts')
@Controller('roles')
export class RolesController {
  @Get()
  @RequirePermission('self')
  @ApiOperation({ summary: 'Every role with its names and what it permits, in words' })
  @ApiOkResponse({ type: RolesResponse })
  list(): RolesResponse {
    return rolesView();
  }
}
