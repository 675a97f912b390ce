import { Refusal } from '@app/kernel';
import { hasSentence, sentence } from '../i18n/sentences';
import { withoutSecrets } from '../observability/redact';
import { SettingsRefused } from './settings';

/**
 * What a process that cannot start says: a sentence for each thing the operator can mend, the whole error for
 * everything else.
 */
export function startFailure(error: unknown): string {
  if (error instanceof SettingsRefused) return error.sentences.join('\n');
  if (error instanceof Refusal && hasSentence(error.code)) return sentence(error.code, 'en', error.values);
  if (!(error instanceof Error)) return withoutSecrets(String(error));
  return error.name.endsWith('Refused') ? error.message : withoutSecrets(error.stack ?? error.message);
}
