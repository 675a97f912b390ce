import { Choice, Text } from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';
import { AGREEMENT_FILE_ROLES, type AgreementFileRole } from '../domain/agreement-file';

export class RecordAgreementFileRequest {
  @Choice(AGREEMENT_FILE_ROLES)
  role: AgreementFileRole;

  @Text({ pattern: /^[a-z]{2}$/, max: 2, optional: true, description: 'ISO 639-1; none for several' })
  language?: string | null;

  @Text({ max: 300, optional: true })
  title?: string | null;
}

/** The form as it is sent: the fields, and the file that is none. */
export class AgreementFileForm extends RecordAgreementFileRequest {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'PDF, PNG, JPEG, TIFF, docx, xlsx or odt, whatever its name says',
  })
  file: unknown;
}

export class WithdrawAgreementFileRequest {
  @Text({ max: 1000, description: 'Why it should not have been recorded' })
  reason: string;
}
