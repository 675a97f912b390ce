import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings, sqlStateOf } from '@app/platform';
import { CloseDemonstration } from './close-demonstration';

/** Class of the SQLSTATEs of a schema that is behind this version. */
const NO_SUCH_TABLE_OR_COLUMN = '42';

/** Before an api in production answers anybody: accounts of a demonstration in its database are closed. */
@Injectable()
export class RefuseDemonstration implements OnApplicationBootstrap {
  private readonly logger = new Logger(RefuseDemonstration.name);

  constructor(
    private readonly closeDemonstration: CloseDemonstration,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.isProduction) return;
    const closed = await this.closeDemonstration.execute().catch(ignoreMissingTables);
    if (closed > 0) this.logger.warn(`${closed} demonstration accounts were closed: this is production`);
  }
}

/** Without its tables the api serves nobody, and says so when it is asked whether it is ready. */
function ignoreMissingTables(error: unknown): number {
  if (sqlStateOf(error)?.startsWith(NO_SUCH_TABLE_OR_COLUMN)) return 0;
  throw error;
}
