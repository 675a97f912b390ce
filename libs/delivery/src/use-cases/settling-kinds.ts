import { auditKind } from '@app/audit';
import type { CalendarDate } from '@app/kernel';
import type { Outcome } from '../domain/settlement';

interface Decided {
  readonly commitmentId: string;
  readonly decisionId: string;
  readonly outcome: Outcome;
}

export const commitmentDecided = auditKind<
  Decided & {
    readonly on: CalendarDate;
    readonly sourceId: string | null;
    readonly locator: string | null;
    readonly fileId: string | null;
  }
>('commitment.decided', 'agreement');

export const decisionWithdrawn = auditKind<Decided>('commitment.decision_withdrawn', 'agreement');

interface Requested {
  readonly requestId: string;
  readonly commitmentId: string;
}

export const changeAsked = auditKind<
  Requested & { readonly what: string; readonly proposed: Readonly<Record<string, unknown>> }
>('change_request.asked', 'agreement');

/** The entry of an answer or a withdrawal, named by the event of its transition. */
export function changeRequestClosed(event: `${string}.${string}`) {
  return auditKind<Requested & { readonly state: { readonly from: string; readonly to: string } }>(
    event,
    'agreement',
  );
}

export const changeRequestCarried = auditKind<Requested & { readonly draftId: string }>(
  'change_request.carried',
  'agreement',
);
