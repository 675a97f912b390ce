import { Injectable } from '@nestjs/common';
import { AccessLog, auditKind } from '@app/audit';
import { decideAccess } from '@app/identity';
import { type Caller, FileStore, PermissionRequired, ServedFile } from '@app/platform';
import { FindAgreementFile } from './find-agreement-file';

/** Somebody took a copy of a file. */
export const agreementFileRead = auditKind('agreement_file.read', 'agreement_file');

/** Hands out what a file holds, and notes to whom. @throws RecordNotFound, PermissionRequired for one that was withdrawn */
@Injectable()
export class OpenAgreementFile {
  constructor(
    private readonly findFile: FindAgreementFile,
    private readonly store: FileStore,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(agreementId: string, fileId: string, caller: Caller): Promise<ServedFile> {
    const file = await this.findFile.execute(agreementId, fileId);
    if (file.withdrawnAt !== null && decideAccess(caller, 'agreement_file.read_withdrawn') !== 'permitted')
      throw new PermissionRequired();
    await this.accessLog.noteRead(agreementFileRead, file.id);
    return new ServedFile(file.sha256, file.bytes, file.mediaType, file.fileName, () =>
      this.store.open(file.sha256),
    );
  }
}
