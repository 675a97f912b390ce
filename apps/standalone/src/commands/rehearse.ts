import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { RehearseAlerts, RehearsedDay } from '@app/alerts';
import { RegisterLogger, loadSettings, replaceSettings, type Settings } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { Environment } from '../child-process';
import { findEmbeddedPostgres } from '../embedded-postgres';
import { StartRefused } from '../refusal';
import { RehearsalModule } from '../rehearsal/rehearsal.module';
import { type RehearsalPeriod, rehearsalPeriodOf } from '../rehearsal/rehearsal-period';
import { rehearsalTable } from '../rehearsal/rehearsal-table';

/** `npm run rehearse`: every message that would go out in a period, to whom and why, without sending it. */
export async function main(args: string[], env: Environment): Promise<number> {
  const period = rehearsalPeriodOf(args);
  const configured = loadSettings(env);
  const settings = loadSettings(replaceSettings(env, { DATABASE_URL: await registerUrl(configured) }));
  const days = await rehearse(settings, period);
  const text = period.asJson
    ? JSON.stringify({ from: period.from, until: period.until, days }, null, 2)
    : rehearsalTable(days, settings.countryProfile);
  await new Promise<void>((written) => process.stdout.write(`${text}\n`, () => written()));
  return 0;
}

async function registerUrl({ databaseUrl, dataDir }: Settings): Promise<string> {
  if (databaseUrl !== null) return databaseUrl;
  const server = await findEmbeddedPostgres(dataDir);
  if (server === undefined) {
    throw new StartRefused(
      `There is no register to rehearse: DATABASE_URL is not set and no embedded database is running for ${dataDir} (npm start starts one).`,
    );
  }
  return server.appUrl;
}

async function rehearse(
  settings: Settings,
  { from, until }: RehearsalPeriod,
): Promise<readonly RehearsedDay[]> {
  const app = await NestFactory.createApplicationContext(RehearsalModule.with(settings), {
    logger: new RegisterLogger(settings, process.stderr),
    abortOnError: false,
  });
  try {
    const today = app.get(BusinessCalendar).today();
    if (from < today)
      throw new StartRefused(`--from ${from} is before today, ${today}: a rehearsal looks ahead.`);
    return await app.get(RehearseAlerts).execute(from, until);
  } finally {
    await app.close();
  }
}
