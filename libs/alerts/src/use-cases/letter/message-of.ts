import { DONE_VALUE, type EvidenceRank, forecast, forecastWords } from '@app/delivery';
import { type LocalizedText, localizedText } from '@app/kernel';
import type { AlertMessage, Notice } from '../../domain/alert-message';
import { recipientOf } from '../../domain/recipient';
import { hasPromise } from '../../domain/rules';
import type { MeasuredPromise, WaitingRow } from '../../persistence/dispatch.repository';

/** The message of a waiting notification. @param country ISO code that decides the month names of Arabic. */
export function messageOf(row: WaitingRow, country: string): AlertMessage {
  const ofAgreement = !hasPromise(row.subjectType);
  const { rule, threshold, catchUp, subjectType, deadline } = row;
  return {
    rule,
    threshold,
    catchUp,
    subjectType,
    agreement: {
      id: row.agreementId,
      reference: row.reference,
      title: localizedText({ ar: row.titleAr, fr: row.titleFr, en: row.titleEn }),
    },
    promise: {
      title: ofAgreement
        ? localizedText({ ar: row.titleAr, fr: row.titleFr, en: row.titleEn })
        : localizedText({ ar: row.promiseAr, fr: row.promiseFr, en: row.promiseEn }),
      quantity: row.quantity,
    },
    milestone:
      row.milestoneId === null
        ? null
        : localizedText({ ar: row.milestoneAr, fr: row.milestoneFr, en: row.milestoneEn }),
    deadline,
    move: moveOf(row),
    notice: noticeOf(row, country),
    because: reasonOf(row),
    position: localizedText({ ar: row.positionAr, fr: row.positionFr, en: row.positionEn }),
  };
}

function noticeOf(row: WaitingRow, country: string): Notice | null {
  const { rule, notice } = row;
  if (notice === null) return null;
  const { since, report, reason = null } = notice;
  switch (rule) {
    case 'impossible_data':
      return { rule, since, query: notice.query ?? '', detail: notice.detail ?? '' };
    case 'agreement_resumed':
      return { rule, since, shifted: notice.shifted ?? [] };
    case 'agreement_suspended': {
      // On whose ground stays in the house; from when until when concerns whoever promised something.
      const isOurs = recipientOf(row.recipient).kind !== 'organisation';
      return {
        rule,
        since,
        ground: (isOurs && notice.ground) || null,
        expectedEnd: notice.expectedEnd ?? null,
      };
    }
    case 'report_due':
      return report ? { rule, report, dueOn: since } : null;
    case 'report_waiting':
      return report ? { rule, report, since } : null;
    case 'report_returned':
      return report ? { rule, report, since, reason } : null;
    case 'report_decided': {
      const { decision, claimed = null, accepted = null } = notice;
      return report && decision ? { rule, report, decision, since, claimed, accepted, reason } : null;
    }
    case 'version_submitted':
    case 'version_verified':
    case 'version_returned':
      return { rule, since, reason: rule === 'version_returned' ? reason : null };
    case 'agreement_amended':
      return { rule, since, number: notice.amendment ?? null };
    case 'no_follow_up':
      return { rule, since };
    case 'suspension_ends':
      return notice.expectedEnd ? { rule, since, expectedEnd: notice.expectedEnd } : null;
    case 'stale_data':
      return { rule, since, asOf: notice.asOf ?? null };
    case 'forecast_crosses':
      return notice.measured ? { rule, since, forecast: forecastOf(row, notice.measured, country) } : null;
    case 'deadline_ahead':
    case 'deadline_passed':
    case 'deadline_moved':
      return null;
  }
}

/** What the figures accepted until now let expect, in words. */
function forecastOf(
  { deadline, quantity }: WaitingRow,
  { measure, value, observations }: MeasuredPromise,
  country: string,
): LocalizedText {
  const found = forecast({
    // The ranks are those that the register keeps: a constraint of the table names the same.
    observations: observations.map((one) => ({ ...one, rank: one.rank as EvidenceRank })),
    target: measure === 'completion' ? DONE_VALUE : value,
    lastDay: deadline?.lastDay ?? null,
  });
  return forecastWords(found, quantity ? { unit: quantity.unit } : 'stages', country).sentence;
}

function moveOf(row: WaitingRow): AlertMessage['move'] {
  const { oldStated, moveVersion: version, moveRecordedOn: recordedOn, moveAct: act } = row;
  if (version === null || recordedOn === null || act === null) return null;
  const { amendmentNumber: number, moveEffectiveOn: effectiveOn } = row;
  const amendment = number === null || effectiveOn === null ? null : { number, effectiveOn };
  return { oldStated, version, recordedOn, act, amendment };
}

function reasonOf({ recipient, ownerId }: WaitingRow): AlertMessage['because'] {
  const { kind, id } = recipientOf(recipient);
  if (kind === 'position') return id === ownerId ? 'owner' : 'superior';
  if (kind === 'role') return id === 'verifier' || id === 'admin' || id === 'legal' ? id : 'director';
  if (kind === 'drafters') return 'drafter';
  return kind === 'representatives' ? 'representative' : 'obligor';
}
