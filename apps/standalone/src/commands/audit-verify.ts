import 'reflect-metadata';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findProjectRoot, loadSettings, readClockOffset } from '@app/platform';
import type * as Verifier from '../../verify-audit.cjs';
import { readTrail } from '../audit-proof/read-trail';
import type { Environment } from '../child-process';
import { StartRefused } from '../refusal';

const USAGE =
  'npm run audit:verify -- [--checkpoint <file.json>]… [--public-key <key.pem>]… [--training-clock]';

/**
 * `npm run audit:verify`: streams the trail into the verifier that also works alone on an export. 0 when the trail is
 * sound, 1 when it is not, with the first broken entry named.
 */
export async function main(args: string[], env: Environment): Promise<number> {
  const { TrailVerifier, sentencesOf, redactedSentence, readArguments } = verifier();
  const options = optionsOf(() => readArguments(args));
  const trainingClock = options.trainingClock || readClockOffset(loadSettings(env)) !== 0;
  const trail = new TrailVerifier({
    ...options,
    trainingClock,
    onRedacted: (place) => console.log(redactedSentence(place)),
  });
  await readTrail(env, (lines) => {
    for (const line of lines) trail.take(line);
    return Promise.resolve();
  });
  const report = trail.finish();
  for (const line of sentencesOf(report)) console.log(line);
  return report.sound ? 0 : 1;
}

/** The one verifier stands outside what is built, for it must work without. */
function verifier(): typeof Verifier {
  return createRequire(__filename)(
    join(findProjectRoot(), 'apps/standalone/verify-audit.cjs'),
  ) as typeof Verifier;
}

function optionsOf(
  read: () => ReturnType<typeof Verifier.readArguments>,
): ReturnType<typeof Verifier.readArguments>['options'] {
  try {
    const { options, files } = read();
    if (files.length === 0) return options;
    throw new Error(`${files[0]} was not asked for.`);
  } catch (error) {
    throw new StartRefused(`${(error as Error).message} Usage: ${USAGE}`);
  }
}
