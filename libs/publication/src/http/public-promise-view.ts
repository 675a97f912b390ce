import { type CalendarDate, type Quantity, daysBetween, publishedDate } from '@app/kernel';
import type { PublicPromise } from '../use-cases/public-promise';
import { COMPLETION_STAGES } from '../use-cases/public-words';
import type { PublicCommitmentResponse } from './public-commitment.response';
import type { PublicHeadlineResponse } from './public-agreement.response';
import type {
  PublicDateResponse,
  PublicDeadlineMoveResponse,
  PublicDeadlineResponse,
  PublicMilestoneResponse,
  PublicPartyResponse,
  PublicPromiseResponse,
  PublicQuantityResponse,
  PublicVerifiedFigureResponse,
} from './public-parts.response';

type Promise = PublicPromise['promise'];

/** A date as stated, with what is derived from it. */
export function publicDate(stated: string): PublicDateResponse {
  const { precision, lastDay } = publishedDate(stated);
  return { stated, precision, lastDay };
}

/** A deadline and what is left of the time. */
export function publicDeadline(stated: string, today: CalendarDate): PublicDeadlineResponse {
  const { precision, lastDay } = publishedDate(stated);
  return { stated, precision, lastDay, daysLeft: daysBetween(today, lastDay) };
}

/** A figure with its axes and nothing else. */
export function publicQuantity(
  quantity: Omit<Quantity, 'unit'> & { unit: string | null },
): PublicQuantityResponse {
  const { qualifier, value, unit, relation, stability, basis, level, stated } = quantity;
  return { qualifier, value, unit, relation, stability, basis, level, stated };
}

/** A promise, field by field: what is not named here is not shown. */
export function publicPromiseView(
  { promise, status, reply, verified, milestones }: PublicPromise,
  today: CalendarDate,
): PublicPromiseResponse {
  const { baseline, obligor, deadline, firstDeadline: first, place } = promise;
  const shown = milestones.map((one) => milestoneView(one, today));
  return {
    id: promise.id,
    kind: promise.kind,
    title: promise.title,
    measure: promise.measure,
    quantity: promise.quantity && publicQuantity(promise.quantity),
    baseline: baseline && { value: baseline.value, unit: baseline.unit },
    obligor: obligor && partyView(obligor),
    deadline: deadline && publicDeadline(deadline.stated, today),
    deadlineAbsence: promise.deadlineAbsence,
    firstDeadline: first && { stated: first.stated, precision: first.precision, lastDay: first.lastDay },
    rescheduled: { times: promise.rescheduled.times, days: promise.rescheduled.days },
    deadlineMoves: promise.deadlineMoves.map(moveView),
    place: {
      scope: place.scope,
      regionCodes: [...place.regionCodes],
      cities: [...place.cities],
      zoneIds: [...place.zoneIds],
    },
    milestones: shown.filter(({ standing }) => standing === 'published'),
    otherMilestones: shown.filter(({ standing }) => standing !== 'published'),
    status,
    verified: verified && verifiedView(verified, promise.measure),
    reply: reply && { text: reply.text, on: reply.on, noticeOf: reply.noticeOf },
  };
}

/** A promise as a row behind a number. */
export function publicCommitment(shown: PublicPromise, today: CalendarDate): PublicCommitmentResponse {
  const { agreement, parties } = shown.promise;
  const { id, reference, title, legalState } = agreement;
  return {
    ...publicPromiseView(shown, today),
    agreement: { id, reference, title, legalState },
    parties: parties.map(partyView),
  };
}

/** A promise as a row of the list of agreements shows it. */
export function publicHeadline(shown: PublicPromise, today: CalendarDate): PublicHeadlineResponse {
  const whole = publicPromiseView(shown, today);
  const { id, kind, title, measure, quantity, deadline, deadlineAbsence, status, verified, reply } = whole;
  return { id, kind, title, measure, quantity, deadline, deadlineAbsence, status, verified, reply };
}

/** How a yearly review came out stays in the house: only that there was one is told. */
function verifiedView(
  { asOf, value }: NonNullable<PublicPromise['verified']>,
  measure: string,
): PublicVerifiedFigureResponse {
  return {
    asOf,
    value: measure === 'quantity' ? value : null,
    stage: measure === 'completion' ? (COMPLETION_STAGES[value] ?? null) : null,
  };
}

function milestoneView(
  { milestone, status }: PublicPromise['milestones'][number],
  today: CalendarDate,
): PublicMilestoneResponse {
  const { id, standing, title, quantity, deadline } = milestone;
  return {
    id,
    standing,
    title,
    quantity: quantity && publicQuantity(quantity),
    deadline: publicDeadline(deadline.stated, today),
    deadlineMoves: milestone.deadlineMoves.map(moveView),
    status,
  };
}

function partyView({ id, role, organisationId, names }: Promise['parties'][number]): PublicPartyResponse {
  return { id, role, organisationId, names };
}

function moveView(move: Promise['deadlineMoves'][number]): PublicDeadlineMoveResponse {
  const { act, effectiveOn, recordedOn } = move;
  return { old: dayOf(move.old), new: dayOf(move.new), act, effectiveOn, recordedOn };
}

function dayOf(deadline: { stated: string; lastDay: string } | null) {
  return deadline && { stated: deadline.stated, lastDay: deadline.lastDay };
}
