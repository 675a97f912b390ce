import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import { type Checkpoint, signedText } from '../domain/checkpoint';
import { CheckpointRepository } from '../persistence/checkpoint.repository';

/** A checkpoint with the exact text that was signed. */
export interface PublishedCheckpoint extends Omit<Checkpoint, 'signature'> {
  /** Base 64. */
  readonly signature: string;
  readonly signed: string;
}

/** The signed checkpoints of the chain, the latest first. */
@Injectable()
export class ListCheckpoints {
  constructor(private readonly checkpoints: CheckpointRepository) {}

  async execute(page: PageRequest): Promise<Page<PublishedCheckpoint>> {
    const found = await this.checkpoints.listPage(page);
    return { ...found, items: found.items.map(published) };
  }
}

function published(checkpoint: Checkpoint): PublishedCheckpoint {
  const { sequence, linkSha256, entries, madeOn, madeAt, keyFingerprint, publicKey, signature } = checkpoint;
  return {
    sequence,
    linkSha256,
    entries,
    madeOn,
    madeAt,
    keyFingerprint,
    publicKey,
    signature: signature.toString('base64'),
    signed: signedText(checkpoint, keyFingerprint),
  };
}
