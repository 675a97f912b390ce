import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

registerSentences({ ar, fr, en });

export * from './agreements-http.module';
export * from './agreements-jobs.module';
export * from './agreements.module';
export * from './domain/agreement-document';
export * from './domain/impossible';
export * from './domain/agreement-file';
export * from './domain/kinds';
export { type LegalBadge, LEGAL_BADGES } from './domain/legal-badges';
export { type LegalState, LEGAL_STATES } from './domain/legal-states';
export * from './domain/link-kinds';
export { StepHindered } from './domain/refusals';
export * from './domain/workflows';
export { SettledCommitments } from './persistence/settled-commitments';
export { WorkLists } from './persistence/work-lists';
export { AGREEMENTS_ENTITIES } from './persistence/agreement.entities';
export * from './use-cases/agreement-changed.event';
export * from './use-cases/agreements-in-scope';
export * from './use-cases/effects-preview';
export { compareAgreementsJob } from './use-cases/compare-agreements-job';
export * from './use-cases/export-signatures';
export { FindDuplicates } from './use-cases/find-duplicates';
export * from './use-cases/find-live-file';
export { FindAgreement } from './use-cases/find-agreement';
export * from './use-cases/find-published-agreement';
export * from './use-cases/link-agreements';
export { LockCurrent } from './use-cases/lock-current';
export { LogAgreement, type AgreementToLog } from './use-cases/log-agreement';
export * from './use-cases/read-as-of';
export * from './use-cases/record-event';
export * from './use-cases/resumption-followers';
export { RecordSource, type SourceToRecord } from './use-cases/record-source';
export { SearchImpossible, searchImpossibleJob } from './use-cases/search-impossible';
export {
  RecordAgreementFile,
  type AgreementFileToRecord,
  agreementFileRecorded,
} from './use-cases/record-agreement-file';
export { RequireScope } from './use-cases/require-scope';
