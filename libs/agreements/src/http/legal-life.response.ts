import { ApiProperty } from '@nestjs/swagger';
import { AllowedActionResponse, LocalizedTextResponse } from '@app/platform';
import { LEGAL_ACTIONS, type LegalAction } from '../domain/agreement-workflow';
import { LEGAL_STATES, type LegalState } from '../domain/legal-states';
import { CONDITION_STATES, type ConditionState } from '../domain/condition-workflow';
import { LEGAL_BADGES, type LegalBadge } from '../domain/legal-badges';
import { EFFECT_AREAS, type EffectArea } from '../use-cases/effects-preview';

/** Something that the papers do not give. */
export class BadgeResponse {
  @ApiProperty({ type: String, enum: LEGAL_BADGES })
  code: LegalBadge;

  /** In the reader's language. */
  text: string;
}

export class SuspensionResponse {
  @ApiProperty({ type: String, format: 'date' })
  from: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  expectedEnd: string | null;
}

/** What the record of an agreement shows of its legal life beside its state. */
export class LegalLifeResponse {
  /** While it is suspended. */
  suspension: SuspensionResponse | null;

  @ApiProperty({ type: [BadgeResponse] })
  badges: BadgeResponse[];

  /** Steps that the register proposes, for a person to confirm. */
  @ApiProperty({ type: String, enum: LEGAL_ACTIONS, isArray: true })
  proposals: LegalAction[];

  /** Legal steps and publication; a draft has its own. */
  @ApiProperty({ type: [AllowedActionResponse] })
  allowedActions: AllowedActionResponse[];
}

export class LegalStepResponse {
  number: number;

  @ApiProperty({ type: String, enum: LEGAL_ACTIONS })
  action: LegalAction;

  @ApiProperty({ type: String, enum: LEGAL_STATES })
  from: LegalState;

  @ApiProperty({ type: String, enum: LEGAL_STATES })
  to: LegalState;

  /** When it happened, as stated. */
  on: string;

  @ApiProperty({ type: String, format: 'date' })
  lastDay: string;

  reason: string | null;
  fileId: string | null;
  fileSha256: string | null;
  sourceId: string | null;

  /** What the step brought along, as the ground of a suspension. */
  @ApiProperty({ type: Object })
  details: object;

  takenBy: string;
  onBehalfOf: string | null;

  /** The second director, where reopening took two. */
  agreedBy: string | null;

  /** The version that the step wrote; null when it changed no document. */
  @ApiProperty({ type: 'integer', nullable: true })
  versionNumber: number | null;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;

  @ApiProperty({ type: String, format: 'date-time' })
  takenAt: string;
}

export class LegalStepPageResponse {
  items: LegalStepResponse[];
  total: number;
  totalIsAtLeast?: boolean;
  nextCursor: string | null;
}

export class EffectResponse {
  @ApiProperty({ type: String, enum: EFFECT_AREAS })
  area: EffectArea;

  subjectType: string;
  subjectId: string | null;
  title: LocalizedTextResponse | null;

  /** Which of several things of the same subject: the rule and threshold of an alert, the axes of a total. */
  detail: string | null;

  /** Null when it appears. */
  before: string | null;

  /** Null when it disappears. */
  after: string | null;
}

/** What a step would change; nothing of it was. */
export class StepPreviewResponse {
  @ApiProperty({ type: [EffectResponse] })
  effects: EffectResponse[];
}

export class ConditionResponse {
  id: string;
  number: number;
  text: LocalizedTextResponse;

  /** By when, as stated. */
  due: string | null;

  @ApiProperty({ type: String, enum: CONDITION_STATES })
  state: ConditionState;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  decidedOn: string | null;

  reason: string | null;
  sourceId: string | null;
  decidedBy: string | null;
  recordedBy: string;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;
}

export class ConditionPageResponse {
  items: ConditionResponse[];
  total: number;
  totalIsAtLeast?: boolean;
  nextCursor: string | null;
}
