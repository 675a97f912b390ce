import { Refusal } from '@app/kernel';

/** The file is larger than the settings allow. */
export class FileTooLarge extends Refusal {
  readonly code = 'file_too_large';
  readonly kind = 'too_large';

  constructor(limit: number) {
    super({ megabytes: Math.round((limit / 1_048_576) * 10) / 10 });
  }
}

/** There is nothing in the file. */
export class FileEmpty extends Refusal {
  readonly code = 'file_empty';
  readonly kind = 'unprocessable';
}

/** By its content the file is none of the types that the register keeps, whatever its name says. */
export class FileTypeNotAccepted extends Refusal {
  readonly code = 'file_type_not_accepted';
  readonly kind = 'unprocessable';
}

/** It begins as a type that is kept, and does not end as one, or holds what does not belong to it. */
export class FileDamaged extends Refusal {
  readonly code = 'file_damaged';
  readonly kind = 'unprocessable';
}

/** It holds a program. */
export class FileHasMacros extends Refusal {
  readonly code = 'file_has_macros';
  readonly kind = 'unprocessable';
}

/** It opens with a password only, so nobody could read it later. */
export class FileEncrypted extends Refusal {
  readonly code = 'file_encrypted';
  readonly kind = 'unprocessable';
}

/** The store cannot be used, or does not hold a file that it held. */
export class FilesUnavailable extends Refusal {
  readonly code = 'files_unavailable';
  readonly kind = 'unavailable';
}

/** What lies in the store is not what was kept; it is handed to nobody. */
export class FileAltered extends Refusal {
  readonly code = 'file_altered';
  readonly kind = 'unavailable';
}
