import { Injectable } from '@nestjs/common';
import { type LocalizedText, RecordNotFound } from '@app/kernel';
import { spokenSentence } from '@app/platform';
import { DEFINITION_IDS } from './definition-ids';

/** A word of the public register and what it means. */
export interface Definition {
  /** Stable: addresses name it. */
  readonly id: string;
  readonly group: string;
  readonly term: LocalizedText;
  readonly definition: LocalizedText;
}

const DEFINITIONS: readonly Definition[] = DEFINITION_IDS.map(({ id, group }) => ({
  id,
  group,
  get term() {
    return inAllLanguages(`term.${id}`);
  },
  get definition() {
    return inAllLanguages(`definition.${id}`);
  },
}));

/** Reads what the words of the public register mean. */
@Injectable()
export class ReadDefinitions {
  /** All of them, in their order. */
  all(): readonly Definition[] {
    return DEFINITIONS;
  }

  /** @throws RecordNotFound */
  find(id: string): Definition {
    const found = DEFINITIONS.find((one) => one.id === id);
    if (!found) throw new RecordNotFound();
    return found;
  }
}

function inAllLanguages(code: string): LocalizedText {
  return { ar: spokenSentence(code, 'ar'), fr: spokenSentence(code, 'fr'), en: spokenSentence(code, 'en') };
}
