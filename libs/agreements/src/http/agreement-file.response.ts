import { PageResponse } from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';
import { AGREEMENT_FILE_ROLES, type AgreementFileRole } from '../domain/agreement-file';
import type { AgreementFileView } from '../use-cases/find-agreement-file';

export class FileWithdrawalResponse {
  @ApiProperty({ type: String, format: 'date' })
  on: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  reason: string | null;
}

export class AgreementFileResponse {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  agreementId: string;

  @ApiProperty({ enum: AGREEMENT_FILE_ROLES })
  role: AgreementFileRole;

  language: string | null;
  title: string | null;

  /** The name under which it is handed out. */
  fileName: string;

  /** What it is by its content. */
  mediaType: string;
  bytes: number;
  sha256: string;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;

  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt: string;

  /** Null for a file that stands. */
  withdrawal: FileWithdrawalResponse | null;
}

export class AgreementFilePageResponse extends PageResponse {
  items: AgreementFileResponse[];
}

/** A file as it is answered. */
export function agreementFileRecord(file: AgreementFileView): AgreementFileResponse {
  const { withdrawnOn, withdrawnAt, withdrawalReason, recordedAt, ...record } = file;
  return {
    ...record,
    recordedAt: recordedAt.toISOString(),
    withdrawal:
      withdrawnOn === null || withdrawnAt === null
        ? null
        : { on: withdrawnOn, at: withdrawnAt.toISOString(), reason: withdrawalReason },
  };
}
