import { INestApplicationContext, Module, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import { DataSource, DataSourceOptions } from 'typeorm';
import { AUDIT_ENTITIES, AuditModule } from '@app/audit';
import { Clock } from '@app/kernel';
import { ClockModule, ConfigModule, DatabaseModule, OutboxModule, loadSettings } from '@app/platform';
import { createTestDatabase } from './database';

/** A clock that shows one instant until it is set to another. */
export class FrozenClock extends Clock {
  constructor(private instant: string) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  setTo(instant: string): void {
    this.instant = instant;
  }
}

/** The use cases of some features on a database of their own. */
export interface UseCases {
  readonly get: INestApplicationContext['get'];
  readonly db: DataSource;
  readonly clock: FrozenClock;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Runs a statement that only the owner of the tables may: the application's role deletes no agreement. */
  asOwner(statement: string): Promise<void>;
  /** Takes out what a test wrote and sets the clock back, so that the next one of the file finds the beginning. */
  beginAgain(): Promise<void>;
  close(): Promise<void>;
}

export interface FeaturesUnderTest {
  readonly modules: Type[];
  readonly entities: Extract<DataSourceOptions['entities'], unknown[]>;
  readonly now?: string;
  readonly settings?: Record<string, string>;
}

/** Starts features without the processes around them, on a migrated database and under a frozen clock. */
export async function startUseCases({
  modules,
  entities,
  now,
  settings,
}: FeaturesUnderTest): Promise<UseCases> {
  const database = await createTestDatabase();
  const configured = loadSettings({ NODE_ENV: 'test', DATABASE_URL: database.appUrl, ...settings });
  const begin = now ?? '2026-11-23T10:00:00Z';
  const clock = new FrozenClock(begin);

  @Module({
    imports: [
      ConfigModule.with(configured),
      ClockModule,
      DatabaseModule.with([...AUDIT_ENTITIES, ...entities]),
      OutboxModule,
      AuditModule,
      ...modules,
    ],
  })
  class FeaturesModule {}

  const context = await Test.createTestingModule({ imports: [FeaturesModule] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  await context.init();
  return {
    get: context.get.bind(context),
    db: context.get(DataSource),
    clock,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    asOwner: async (statement) => {
      const client = new Client({ connectionString: database.ownerUrl });
      await client.connect();
      await client.query(statement).finally(() => client.end());
    },
    beginAgain: async () => {
      clock.setTo(begin);
      await database.empty();
    },
    close: async () => {
      await context.close();
      await database.drop();
    },
  };
}
