import { localizedText } from '@app/kernel';
import type { AlertMessage, Notice } from '../../domain/alert-message';
import { recipientOf } from '../../domain/recipient';
import { isNotice } from '../../domain/rules';
import type { WaitingRow } from '../../persistence/dispatch.repository';

/** The message of a waiting notification. */
export function messageOf(row: WaitingRow): AlertMessage {
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
      title: isNotice(rule)
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
    notice: noticeOf(row),
    because: reasonOf(row),
    position: localizedText({ ar: row.positionAr, fr: row.positionFr, en: row.positionEn }),
  };
}

function noticeOf({ rule, notice, recipient }: WaitingRow): Notice | null {
  if (notice === null) return null;
  const { since, query = '', detail = '', ground = null, expectedEnd = null, shifted = [] } = notice;
  if (rule === 'impossible_data') return { rule, query, detail, since };
  if (rule === 'agreement_resumed') return { rule, since, shifted };
  if (rule !== 'agreement_suspended') return null;
  // On whose ground stays in the house; from when until when concerns whoever promised something.
  const isOurs = recipientOf(recipient).kind !== 'organisation';
  return { rule, since, ground: isOurs ? ground : null, expectedEnd };
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
  if (kind === 'role') return id === 'verifier' || id === 'admin' ? id : 'director';
  return 'obligor';
}
