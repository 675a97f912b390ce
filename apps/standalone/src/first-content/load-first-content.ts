import { NestFactory } from '@nestjs/core';
import { CreateFirstAccount } from '@app/identity';
import { RegisterLogger, Settings } from '@app/platform';
import { FirstContentModule } from './first-content.module';
import { RegisterLoader } from './register-loader';

/** Makes the first account and loads the first content, each only where there is none; says what it did. */
export async function loadFirstContent(settings: Settings, log: (line: string) => void): Promise<void> {
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
  } finally {
    await app.close();
  }
}

function passwordNote(generated: string | null): string {
  return generated === null ? '' : `, password: ${generated} (shown this once)`;
}
