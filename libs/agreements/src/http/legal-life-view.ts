import { type CalendarDate, type Language, parseCalendarDate } from '@app/kernel';
import { spokenSentence, spokenOffers } from '@app/platform';
import type { LegalStepParts, WantedStep } from '../domain/legal-step';
import type { LegalLife } from '../use-cases/describe-legal-life';
import type { ConditionRow } from '../use-cases/list-conditions';
import type { LegalStepRow } from '../use-cases/list-legal-steps';
import type { LegalStepRequest } from './legal-life.request';
import type { ConditionResponse, LegalLifeResponse, LegalStepResponse } from './legal-life.response';

/** The legal life of an agreement as its record shows it. */
export function legalLifeView(life: LegalLife, language: Language): LegalLifeResponse {
  return {
    suspension: life.suspension && {
      from: life.suspension.fromDay,
      expectedEnd: life.suspension.expectedEnd,
    },
    badges: life.badges.map((code) => ({ code, text: spokenSentence(`badge_${code}`, language) })),
    proposals: [...life.proposals],
    allowedActions: spokenOffers(life.offers, language),
  };
}

export function legalStepView(step: LegalStepRow): LegalStepResponse {
  const { fromState, toState, onStated, onLastDay, onFirstDay: _, takenAt, ...kept } = step;
  return {
    ...kept,
    from: fromState,
    to: toState,
    on: onStated,
    lastDay: onLastDay,
    takenAt: takenAt.toISOString(),
  };
}

export function conditionView({ dueStated, ...condition }: ConditionRow): ConditionResponse {
  return { ...condition, due: dueStated };
}

/** A step as its use case takes it. */
export function wantedStep(request: LegalStepRequest): WantedStep {
  const { action, reason = null, on = null } = request;
  const ground = request.suspension?.ground ?? null;
  return { action, reason: reason ?? ground, on, ...partsOf(request) };
}

function partsOf({ signing, suspension, shift, successor }: LegalStepRequest): LegalStepParts {
  return {
    signing: signing
      ? {
          date: signing.date ? { stated: signing.date.stated } : null,
          dateAbsence: signing.dateAbsence ?? null,
          place: signing.place ?? null,
          fileId: signing.fileId ?? null,
          sourceId: signing.sourceId ?? null,
        }
      : null,
    suspension: suspension ? { ground: suspension.ground, expectedEnd: dayOf(suspension.expectedEnd) } : null,
    shift: shift
      ? {
          rule: shift.rule,
          dates: (shift.dates ?? []).map(({ subjectId, deadline }) => ({
            subjectId,
            deadline: { stated: deadline.stated },
          })),
        }
      : null,
    successor: successor
      ? {
          agreementId: successor.agreementId,
          commitments: successor.commitments.map((fate) => ({
            commitmentId: fate.commitmentId,
            fate: fate.fate,
            successorCommitmentId: fate.successorCommitmentId ?? null,
            reason: fate.reason ?? null,
          })),
        }
      : null,
  };
}

/** A day that was checked before. */
export function dayOf(text: string | null | undefined): CalendarDate | null {
  return text ? parseCalendarDate(text) : null;
}
