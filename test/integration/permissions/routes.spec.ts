import { Controller, Get, type Type } from '@nestjs/common';
import { PublicRoute, RequirePermission, RoutesRefused, loadSettings, startFailure } from '@app/platform';
import { ApiModule } from '../../../apps/api/src/api.module';
import { createApi } from '../../../apps/api/src/create-api';
import { type TestDatabase, createTestDatabase } from '../../support/database';

@Controller('open-by-mistake')
class SaysNothing {
  @Get()
  show(): string {
    return 'everything';
  }
}

@Controller('open-by-mistake')
class SaysTwo {
  @Get()
  @PublicRoute()
  @RequirePermission('agreement.read')
  show(): string {
    return 'everything';
  }
}

@Controller('said-once')
class SaysOne {
  @Get()
  @RequirePermission('agreement.read')
  show(): string {
    return 'something';
  }
}

describe('a process whose routes do not say who may use them', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function startWith(controller: Type): Promise<void> {
    const settings = loadSettings({ NODE_ENV: 'test', DATABASE_URL: database.appUrl, LOG_LEVEL: 'error' });
    const whole = ApiModule.with(settings);
    jest
      .spyOn(ApiModule, 'with')
      .mockReturnValue({ ...whole, controllers: [...(whole.controllers ?? []), controller] });
    const app = await createApi(settings);
    await app.close();
  }

  it.each([
    ['nothing', SaysNothing, 'neither asks for a permission nor is public'],
    ['two things', SaysTwo, 'is public and asks for a permission'],
  ])('does not start with a route that says %s, and names it', async (_what, controller, fault) => {
    const refused: unknown = await startWith(controller).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RoutesRefused);
    expect(startFailure(refused)).toContain(`GET /api/v1/open-by-mistake ${fault}`);
  });

  it('starts when each says one', async () => {
    await expect(startWith(SaysOne)).resolves.toBeUndefined();
  });
});
