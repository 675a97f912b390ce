import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AgreementFileRole } from '../domain/agreement-file';
import { AgreementFileRepository } from '../persistence/agreement-file.repository';

/** A file that proves something. */
export interface LiveFile {
  readonly id: string;
  readonly role: AgreementFileRole;
  readonly sha256: string;
}

/**
 * Finds a file of an agreement that was not withdrawn, and keeps it from being withdrawn until the transaction ends: what
 * is decided on it is decided while it stands. Null when there is none.
 */
@Injectable()
export class FindLiveFile {
  constructor(private readonly files: AgreementFileRepository) {}

  execute(tx: EntityManager, agreementId: string, fileId: string): Promise<LiveFile | null> {
    return this.files.holdLive(tx, agreementId, fileId);
  }
}
