import { ConditionRepository } from './persistence/condition.repository';
import { LegalLifeRepository } from './persistence/legal-life.repository';
import { SettledCommitments } from './persistence/settled-commitments';
import { AgreeToReopening } from './use-cases/agree-to-reopening';
import { DecideCondition } from './use-cases/decide-condition';
import { DescribeLegalLife } from './use-cases/describe-legal-life';
import { EffectsPreview } from './use-cases/effects-preview';
import { GatherLegalFacts } from './use-cases/gather-legal-facts';
import { ListConditions } from './use-cases/list-conditions';
import { ListLegalSteps } from './use-cases/list-legal-steps';
import { LockCurrent } from './use-cases/lock-current';
import { PrepareLegalStep } from './use-cases/prepare-legal-step';
import { PreviewLegalStep } from './use-cases/preview-legal-step';
import { PublishAgreement } from './use-cases/publish-agreement';
import { RecordCondition } from './use-cases/record-condition';
import { TakeLegalStep } from './use-cases/take-legal-step';

/** What the legal life of agreements is made of. */
export const LEGAL_LIFE = [
  ConditionRepository,
  LegalLifeRepository,
  DescribeLegalLife,
  GatherLegalFacts,
  LockCurrent,
  PrepareLegalStep,
];

/** What other modules use of it. */
export const LEGAL_LIFE_USE_CASES = [
  AgreeToReopening,
  DecideCondition,
  EffectsPreview,
  ListConditions,
  ListLegalSteps,
  PreviewLegalStep,
  PublishAgreement,
  RecordCondition,
  SettledCommitments,
  TakeLegalStep,
];
