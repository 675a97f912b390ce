import { Injectable } from '@nestjs/common';
import { AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused, Refusal } from '@app/kernel';
import { Transactions } from '@app/platform';
import { NOBODY } from '../domain/nobody';
import { digestOf } from '../domain/session-token';
import type { LinkPurpose } from '../domain/single-use-link';
import { SingleUseLinkRepository } from '../persistence/single-use-link.repository';

/** Somebody came with a link that let them do nothing; the subject is the link when there was one, else nobody. */
const linkRefused = auditKind<{ readonly purpose: LinkPurpose; readonly code: string }>(
  'link.refused',
  'single_use_link',
);

/** Notes who was turned away with a single-use link, beside what was refused and undone. */
@Injectable()
export class NoteRefusedLink {
  constructor(
    private readonly links: SingleUseLinkRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** Does the work and passes its refusals on. A field that may be corrected turns nobody away. */
  async around<T>(purpose: LinkPurpose, token: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal && !(error instanceof FieldsRefused)) {
        await this.note(purpose, token, error.code);
      }
      throw error;
    }
  }

  private async note(purpose: LinkPurpose, token: string, code: string): Promise<void> {
    const digest = digestOf(token);
    const linkId = digest && (await this.links.trace(digest));
    await this.transactions.apart((tx) =>
      this.audit.note(tx, linkRefused, {
        actor: 'system:sign-in',
        subjectId: linkId ?? NOBODY,
        payload: { purpose, code },
      }),
    );
  }
}
