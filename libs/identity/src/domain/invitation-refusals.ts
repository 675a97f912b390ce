import { Refusal } from '@app/kernel';

/** The link was used, has expired, was replaced by another or never existed; which of them is not said. */
export class LinkInvalid extends Refusal {
  readonly code = 'link_invalid';
  readonly kind = 'unprocessable';
}

/** Who issued an invitation does not confirm it. */
export class FourEyes extends Refusal {
  readonly code = 'four_eyes';
  readonly kind = 'forbidden';
}

/** The invitation is in a state in which this is not done with it. */
export class InvitationNotInState extends Refusal {
  readonly code = 'invitation_not_in_state';
  readonly kind = 'conflict';
}

/** An invitation to this address, for this organisation, is open already. */
export class AlreadyInvited extends Refusal {
  readonly code = 'already_invited';
  readonly kind = 'conflict';
}

/** So many invitations of one organisation are open that no more are taken. */
export class TooManyInvitations extends Refusal {
  readonly code = 'too_many_invitations';
  readonly kind = 'conflict';
}

/** A mail went to this person a moment ago, or several today. */
export class MailTooSoon extends Refusal {
  readonly code = 'mail_too_soon';
  readonly kind = 'too_many';
}

/** The address of the invitation has an account, whose holder accepts by signing in; only who holds the link is told. */
export class SignInToAccept extends Refusal {
  readonly code = 'sign_in_to_accept';
  readonly kind = 'conflict';
}

/** Staff decide and investors report: the account of the address is of the other kind. */
export class OtherAccountKind extends Refusal {
  readonly code = 'other_account_kind';
  readonly kind = 'conflict';
}
