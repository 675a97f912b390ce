import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Settings, readOrMake } from '@app/platform';
import { SEED_KEY_BYTES, type SeedKeys } from '../domain/sealed-seed';

/** The key that seals the seeds of second factors: a file of this installation, which no table, log or backup holds. */
@Injectable()
export class SeedKeyFile {
  private known: SeedKeys | null = null;

  constructor(@Inject(Settings) private readonly settings: Settings) {}

  /** The keys, one a line, the one that seals first; made when there is none. @throws Error that names the file */
  read(): SeedKeys {
    this.known ??= this.readFile();
    return this.known;
  }

  private readFile(): SeedKeys {
    const file = this.settings.secondFactorKeyFile;
    const lines = readOrMake(file, newKey).split(/\s+/).filter(Boolean);
    const [first, ...others] = lines.map((line) => Buffer.from(line, 'base64'));
    if (first === undefined || [first, ...others].some(({ length }) => length !== SEED_KEY_BYTES)) {
      // What is wrong with it could quote it, so it is not said.
      throw new Error(
        `SECOND_FACTOR_KEY_FILE: ${file} does not hold keys of ${SEED_KEY_BYTES} bytes in base 64, one a line.`,
      );
    }
    return [first, ...others];
  }
}

function newKey(): string {
  return `${randomBytes(SEED_KEY_BYTES).toString('base64')}\n`;
}
