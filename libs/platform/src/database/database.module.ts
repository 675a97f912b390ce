import { DynamicModule, Global, Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import { DataSource, DataSourceOptions } from 'typeorm';
import { Settings, SettingsRefused } from '../config/settings';
import { dataSourceOptions } from './data-source';
import { Transactions } from './transactions';

/** The connection to PostgreSQL with the entities of the features. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** With `hurried` no statement runs or waits for long: somebody waits for the answer. */
  static with(entities: DataSourceOptions['entities'], { hurried = false } = {}): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          useFactory: (settings: Settings) => connect(settings, entities, hurried),
          inject: [Settings],
        },
        Transactions,
      ],
      exports: [DataSource, Transactions],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** Without an address the connection is only described: what documents the interface needs no database. */
async function connect(
  settings: Settings,
  entities: DataSourceOptions['entities'],
  hurried: boolean,
): Promise<DataSource> {
  if (settings.databaseUrl === null) return new DataSource(dataSourceOptions('postgres://', entities));
  return new DataSource(dataSourceOptions(settings.databaseUrl, entities, hurried))
    .initialize()
    .catch((error: unknown) => {
      const { code, message } = error as { code?: string; message: string };
      throw new SettingsRefused([`DATABASE_URL: the database cannot be reached (${code ?? message}).`]);
    });
}
