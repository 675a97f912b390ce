import 'reflect-metadata';
import { SettingsRefused, loadSettings } from '@app/platform';
import { loadFirstContent } from './first-content/load-first-content';

const log = (line: string): void => console.log(line);

/** The program that a start runs before api and worker; its end says how it went. */
loadFirstContent(loadSettings(), log).then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(
      `${error instanceof SettingsRefused ? error.message : (error.stack ?? error.message)}\n`,
    );
    process.exit(1);
  },
);
