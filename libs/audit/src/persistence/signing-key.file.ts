import { type KeyObject, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Settings, readOrMake } from '@app/platform';

/** The key that signs checkpoints: a file of this installation, which no table, log or backup holds. */
@Injectable()
export class SigningKeyFile {
  constructor(@Inject(Settings) private readonly settings: Settings) {}

  /** The private key; made when there is none. @throws Error that names the file when it holds no Ed25519 key */
  read(): KeyObject {
    const file = this.settings.auditSigningKeyFile;
    const pem = readOrMake(file, newKey);
    try {
      const key = createPrivateKey(pem);
      if (key.asymmetricKeyType === 'ed25519') return key;
    } catch {
      // What is wrong with it could quote it, so it is not said.
    }
    throw new Error(`AUDIT_SIGNING_KEY_FILE: ${file} holds no Ed25519 private key in PEM.`);
  }
}

function newKey(): string | Buffer {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
}
