import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CloseDemonstration, CreateFirstAccount } from '@app/identity';
import { RegisterLogger, Settings } from '@app/platform';
import { DemonstrationLoader } from '../demonstration/demonstration-loader';
import { FirstContentModule } from './first-content.module';
import { RegisterLoader } from './register-loader';

type Log = (line: string) => void;

/** What becomes of a demonstration: a start opens or closes it, a command that loads content leaves it alone. */
export type DemonstrationWish = 'opened' | 'closed' | 'left';

/** Makes the first account and loads the first content, each only where there is none; says what it did. */
export async function loadFirstContent(
  settings: Settings,
  log: Log,
  demonstration: DemonstrationWish = 'left',
): Promise<void> {
  const app = await NestFactory.createApplicationContext(FirstContentModule.with(settings), {
    logger: new RegisterLogger(settings),
    abortOnError: false,
  });
  try {
    const account = await app.get(CreateFirstAccount).execute({
      email: settings.adminEmail,
      password: settings.adminPassword,
      language: settings.adminLanguage,
    });
    if (account) log(`first account: ${account.email}${passwordNote(account.password)}`);
    const loaded = await app.get(RegisterLoader).execute(settings.registerContent === 'real');
    if (loaded) log(`loaded ${loaded.agreements} agreements with ${loaded.commitments} commitments`);
    if (demonstration === 'opened') await openDemonstration(app, settings, log);
    if (demonstration === 'closed') await closeDemonstration(app, log);
  } finally {
    await app.close();
  }
}

async function openDemonstration(app: INestApplicationContext, settings: Settings, log: Log): Promise<void> {
  const { demoPassword, adminLanguage } = settings;
  const { accounts, password } = await app.get(DemonstrationLoader).execute(demoPassword, adminLanguage);
  log(`demonstration: ${accounts} fictional accounts, <role>@demo.mithaq.test${passwordNote(password)}`);
}

async function closeDemonstration(app: INestApplicationContext, log: Log): Promise<void> {
  const closed = await app.get(CloseDemonstration).execute();
  if (closed > 0)
    log(`demonstration: ${closed} fictional accounts closed, npm start -- --demo opens them again`);
}

function passwordNote(generated: string | null): string {
  return generated === null ? '' : `, password: ${generated} (shown this once)`;
}
