import { type ActionOffer, type Hindrance, hindranceBy, offerOf } from '@app/kernel';
import { type InvitationState, isLive } from './invitation';
import { FourEyes, InvitationNotInState, MailTooSoon } from './invitation-refusals';
import { MINUTES_BETWEEN_MAILS, MOST_MAILS_A_DAY } from './mail-again';

/** What is done with an invitation by those who look after it. */
export const INVITATION_ACTIONS = ['confirm', 'mail', 'withdraw'] as const;
export type InvitationAction = (typeof INVITATION_ACTIONS)[number];

/** What decides beside the state of the invitation. */
export interface InvitationCircumstances {
  readonly mayConfirm: Hindrance | null;
  readonly mayChange: Hindrance | null;
  /** Whether the caller issued it. */
  readonly isOwn: boolean;
  /** Whether another mail may go to the person now. */
  readonly mayMail: boolean;
}

/** What the caller may do with an invitation now, or why not: what the steps themselves are refused with. */
export function invitationOffers(
  state: InvitationState,
  { mayConfirm, mayChange, isOwn, mayMail }: InvitationCircumstances,
): ActionOffer<InvitationAction>[] {
  const when = (holds: boolean) => (holds ? null : hindranceBy(new InvitationNotInState()));
  const tooSoon = new MailTooSoon({ minutes: MINUTES_BETWEEN_MAILS, count: MOST_MAILS_A_DAY });
  return [
    offerOf('confirm', [
      mayConfirm,
      when(state === 'awaiting_confirmation'),
      isOwn ? hindranceBy(new FourEyes()) : null,
    ]),
    offerOf('mail', [mayChange, when(state === 'open'), mayMail ? null : hindranceBy(tooSoon)]),
    offerOf('withdraw', [mayChange, when(isLive(state))]),
  ];
}
