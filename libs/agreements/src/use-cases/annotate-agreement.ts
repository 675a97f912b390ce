import { Injectable } from '@nestjs/common';
import { Actor, auditKind } from '@app/audit';
import type { LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';
import { ownerPosition } from './log-agreement';
import { AgreementChanged, ReplaceAgreement } from './replace-agreement';

const agreementAnnotated = auditKind<AgreementChanged>('agreement.annotated', 'agreement');

/** What may be changed without touching what was promised; undefined leaves a value as it is. */
export interface AgreementAnnotation {
  readonly title?: LocalizedText;
  readonly summary?: LocalizedText | null;
  readonly ownerPositionId?: string;
  readonly tags?: readonly string[];
}

/** Changes title, summary, owner or tags; never a figure, a date or a party. @throws as ReplaceAgreement */
@Injectable()
export class AnnotateAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly replaceAgreement: ReplaceAgreement,
  ) {}

  async execute(
    agreementId: string,
    expectedRevision: number,
    annotation: AgreementAnnotation,
    actor: Actor,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (annotation.ownerPositionId) await ownerPosition(tx, annotation.ownerPositionId);
      await this.replaceAgreement.execute({
        agreementId,
        expectedRevision,
        actor,
        permission: 'agreement.annotate',
        kind: agreementAnnotated,
        change: (current) => ({
          ...current,
          title: annotation.title ?? current.title,
          summary: annotation.summary === undefined ? current.summary : annotation.summary,
        }),
        record: { ownerPositionId: annotation.ownerPositionId, tags: annotation.tags },
      });
    });
  }
}
