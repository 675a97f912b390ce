import 'reflect-metadata';
import { loadSettings, startFailure } from '@app/platform';
import { loadFirstContent } from './first-content/load-first-content';
import { say } from './progress';

/** The program that a start runs before api and worker; its end says how it went. */
loadFirstContent(loadSettings(), say, process.argv.includes('--demo') ? 'opened' : 'closed').then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${startFailure(error)}
`);
    process.exit(1);
  },
);
