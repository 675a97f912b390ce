import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../../.generated/schema';

type Event = components['schemas']['AgreementEventResponse'];

/** Something that happened around a commitment, in words, with the way to the record that tells all of it. */
export function EventHappened({ event }: { readonly event: Event }) {
  const say = useEventInWords();
  const { commitment, reason } = event;
  return (
    <>
      <Said what={<Link to={recordOf(event)}>{say(event)}</Link>} reason={reason} />
      {commitment.title ? (
        <small className="muted line">
          <Text of={commitment.title} />
        </small>
      ) : null}
    </>
  );
}

/** What happened, and why. */
export function Said({ what, reason }: { readonly what: ReactNode; readonly reason: string | null }) {
  return (
    <>
      {what}
      {reason ? (
        <small className="muted line">
          <Name>{reason}</Name>
        </small>
      ) : null}
    </>
  );
}

function recordOf({ kind, recordId, commitment }: Event): string {
  if (kind === 'report') return `/staff/reports/${recordId}`;
  if (kind === 'change_asked' || kind === 'change_closed') return `/staff/review/requests/${recordId}`;
  return `/staff/commitments/${commitment.id}`;
}

function useEventInWords(): (event: Event) => string {
  const { t } = useTranslation('agreements');
  const word = useWord();
  return ({ kind, what, state }) => {
    switch (kind) {
      case 'decision':
        return t('timeline.decision', { outcome: word('decision', what) });
      case 'decision_withdrawn':
        return t('timeline.decisionWithdrawn', { outcome: word('decision', what) });
      case 'change_asked':
        return t('timeline.changeAsked', { what: word('changeRequestWhat', what) });
      case 'change_closed':
        return t('timeline.changeClosed', {
          what: word('changeRequestWhat', what),
          state: word('changeRequestState', state ?? ''),
        });
      case 'report':
        return t('timeline.report', { step: word('reportStep', stepOf(what, state)) });
      case 'notice':
        return t('timeline.notice', { word: word('status', what) });
      case 'reply':
        return t('timeline.reply', { word: word('status', what) });
    }
  };
}

/** Where two verifiers are needed the figure of the first decides nothing yet. */
function stepOf(action: string, state: string | null): string {
  return state === 'in_review' && action !== 'take_up' ? 'first_opinion' : action;
}
