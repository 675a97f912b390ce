import { Module } from '@nestjs/common';
import { MailModule } from '@app/platform';
import { AddressedAccountRepository } from './persistence/addressed-account.repository';
import { IdentityMailRepository } from './persistence/identity-mail.repository';
import { InvitationRepository } from './persistence/invitation.repository';
import { SingleUseLinkRepository } from './persistence/single-use-link.repository';
import { AcceptInvitation } from './use-cases/accept-invitation';
import { CompletePasswordReset } from './use-cases/complete-password-reset';
import { ConfirmInvitation } from './use-cases/confirm-invitation';
import { FindInvitation } from './use-cases/find-invitation';
import { GuardInvitation } from './use-cases/guard-invitation';
import { InviteInvestor } from './use-cases/invite-investor';
import { InviteStaff } from './use-cases/invite-staff';
import { IssueInvitation } from './use-cases/issue-invitation';
import { ListInvitations } from './use-cases/list-invitations';
import { MailInvitationAgain } from './use-cases/mail-invitation-again';
import { NoteRefusedLink } from './use-cases/note-refused-link';
import { RequestIdentityMail } from './use-cases/request-identity-mail';
import { RequestPasswordReset } from './use-cases/request-password-reset';
import { SendAccountNotice } from './use-cases/send-account-notice';
import { SendIdentityMail } from './use-cases/send-identity-mail';
import { WithdrawInvitation } from './use-cases/withdraw-invitation';

const PARTS = [
  AddressedAccountRepository,
  GuardInvitation,
  IdentityMailRepository,
  InvitationRepository,
  IssueInvitation,
  NoteRefusedLink,
  RequestIdentityMail,
  SingleUseLinkRepository,
];

const USE_CASES = [
  AcceptInvitation,
  CompletePasswordReset,
  ConfirmInvitation,
  FindInvitation,
  InviteInvestor,
  InviteStaff,
  ListInvitations,
  MailInvitationAgain,
  RequestPasswordReset,
  SendAccountNotice,
  SendIdentityMail,
  WithdrawInvitation,
];

/** How people come in, and back in: invitations, resets, the mails of both, and notices about accounts. */
@Module({ imports: [MailModule], providers: [...PARTS, ...USE_CASES], exports: USE_CASES })
export class InvitationsModule {}
