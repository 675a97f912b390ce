import { ConditionRepository } from '../persistence/condition.repository';
import { LegalLifeRepository } from '../persistence/legal-life.repository';
import { SettledCommitments } from '../persistence/settled-commitments';
import { AgreeToReopening } from './agree-to-reopening';
import { DecideCondition } from './decide-condition';
import { DescribeLegalLife } from './describe-legal-life';
import { EffectsPreview } from './effects-preview';
import { GatherLegalFacts } from './gather-legal-facts';
import { ListConditions } from './list-conditions';
import { ListLegalSteps } from './list-legal-steps';
import { LockCurrent } from './lock-current';
import { PrepareLegalStep } from './prepare-legal-step';
import { PreviewLegalStep } from './preview-legal-step';
import { PublishAgreement } from './publish-agreement';
import { RecordCondition } from './record-condition';
import { ResumptionFollowers } from './resumption-followers';
import { TakeLegalStep } from './take-legal-step';

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
  ResumptionFollowers,
  SettledCommitments,
  TakeLegalStep,
];
