import { type KeyObject, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Settings } from '@app/platform';

/** The key that signs checkpoints: a file of this installation, which no table, log or backup holds. */
@Injectable()
export class SigningKeyFile {
  constructor(@Inject(Settings) private readonly settings: Settings) {}

  /** The private key; made when there is none. @throws Error that names the file when it holds no Ed25519 key */
  read(): KeyObject {
    const file = this.settings.auditSigningKeyFile;
    const pem = readIfThere(file) ?? make(file);
    try {
      const key = createPrivateKey(pem);
      if (key.asymmetricKeyType === 'ed25519') return key;
    } catch {
      // What is wrong with it could quote it, so it is not said.
    }
    throw new Error(`AUDIT_SIGNING_KEY_FILE: ${file} holds no Ed25519 private key in PEM.`);
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Several processes may need it at once: the first one's key appears whole, and is everybody's. */
function make(file: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
