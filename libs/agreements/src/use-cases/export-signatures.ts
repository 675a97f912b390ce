import { Injectable } from '@nestjs/common';
import { NameInWords, SignedByRepository, SignedVersion } from '../persistence/signed-by.repository';

/** In which agreements a person is named, as signatory or in their words. */
export interface Signatures {
  readonly signatures: readonly SignedVersion[];
  /** Notes and quotations with the name in them: versions only grow, so these words are left standing. */
  readonly namedInWords: readonly NameInWords[];
}

/** The agreements that name a person, version by version. */
@Injectable()
export class ExportSignatures {
  constructor(private readonly signedBy: SignedByRepository) {}

  /** @param names the forms of the person's name that are looked for in the words of agreements. */
  async execute(personId: string, names: readonly string[]): Promise<Signatures> {
    return {
      signatures: await this.signedBy.listVersions(personId),
      namedInWords: await this.signedBy.listInWords(names),
    };
  }

  /** How many public acts name the person. */
  async countAgreements(personId: string): Promise<number> {
    return this.signedBy.countAgreements(personId);
  }
}
