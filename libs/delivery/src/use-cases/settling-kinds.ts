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
