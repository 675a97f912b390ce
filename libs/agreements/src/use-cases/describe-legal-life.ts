import { Injectable } from '@nestjs/common';
import { type ActionOffer, type Actor, type Hindrance, type Permission, offeredActions } from '@app/kernel';
import { Transactions } from '@app/platform';
import { AGREEMENT_WORKFLOW, LEGAL_ACTIONS, type LegalAction } from '../domain/agreement-workflow';
import { type LegalBadge, badgesOf } from '../domain/legal-badges';
import { judgeLegalStep } from '../domain/judge-legal-step';
import {
  PUBLICATION_ACTIONS,
  PUBLICATION_WORKFLOW,
  type PublicationAction,
  publicationOf,
} from '../domain/publication-workflow';
import type { AgreementRecordRow, CurrentRecordRow } from '../persistence/agreement.repository';
import { LegalLifeRepository, OpenSuspension } from '../persistence/legal-life.repository';
import { AgreementsInScope } from './agreements-in-scope';
import { GatherLegalFacts, legalStateOf } from './gather-legal-facts';
import { RequireScope } from './require-scope';

/** How an agreement stands in law, and what whoever asks may do about it. */
export interface LegalLife {
  /** Since when, as stated; null where it is not known. */
  readonly since: string | null;
  readonly offers: readonly ActionOffer<LegalAction | PublicationAction>[];
  readonly badges: readonly LegalBadge[];
  readonly suspension: OpenSuspension | null;
  /** Steps that the register proposes, for a person to confirm. */
  readonly proposals: readonly LegalAction[];
}

type Known = Pick<LegalLife, 'since' | 'offers' | 'proposals'>;
type Permissions = (permission: Permission) => Hindrance | null;

const UNCONDITIONAL = { guard: () => null };

/** Describes the legal life of an agreement; one that was only drafted has none yet. */
@Injectable()
export class DescribeLegalLife {
  constructor(
    private readonly transactions: Transactions,
    private readonly legalLife: LegalLifeRepository,
    private readonly gatherFacts: GatherLegalFacts,
    private readonly scope: RequireScope,
    private readonly inScope: AgreementsInScope,
  ) {}

  /** @param actor who asks; nobody in particular when null. */
  async execute(record: AgreementRecordRow, actor: string | null): Promise<LegalLife> {
    if (record.version_number === null || record.document === null) return UNBORN;
    const current = record as CurrentRecordRow;
    const state = legalStateOf(current);
    const permission = await this.scope.judge(this.transactions.reader, current.document);
    const suspension = state === 'suspended' ? await this.legalLife.openSuspension(record.id) : null;
    // Investors take no step, and find none of what decides about one.
    const forStaff = this.inScope.isOfTheHouse;
    // Files are shown to nobody else, and so is that there is none.
    const textHeld = !forStaff || (await this.legalLife.holdsText(record.id));
    const known = forStaff
      ? await this.forStaff(current, permission, actor)
      : forInvestors(current, permission, suspension);
    const publication = offeredActions(PUBLICATION_WORKFLOW, publicationOf(record), {
      ...UNCONDITIONAL,
      permission,
    });
    return {
      ...known,
      suspension,
      badges: badgesOf(state, current.document, textHeld),
      offers: [...known.offers, ...publication],
    };
  }

  private async forStaff(
    record: CurrentRecordRow,
    permission: Permissions,
    actor: string | null,
  ): Promise<Known> {
    const state = legalStateOf(record);
    const facts = await this.gatherFacts.execute(record, (actor ?? 'system:nobody') as Actor);
    const possible = offeredActions(
      AGREEMENT_WORKFLOW,
      state,
      judgeLegalStep(facts, () => null, null),
    );
    const fulfil = possible.some(({ action, allowed }) => action === 'fulfil' && allowed);
    const stated = state === record.document.legalState;
    return {
      since: stated ? sinceOf(record) : (facts.lastStep?.onStated ?? null),
      offers: offeredActions(AGREEMENT_WORKFLOW, state, judgeLegalStep(facts, permission, null)),
      proposals: fulfil ? ['fulfil'] : [],
    };
  }
}

const UNBORN: LegalLife = {
  since: null,
  offers: [...LEGAL_ACTIONS, ...PUBLICATION_ACTIONS].map((action) => ({
    action,
    allowed: false,
    hindrance: { code: 'no_current_version' },
  })),
  badges: [],
  suspension: null,
  proposals: [],
};

function forInvestors(
  record: CurrentRecordRow,
  permission: Permissions,
  suspension: OpenSuspension | null,
): Known {
  const state = legalStateOf(record);
  return {
    since: state === record.document.legalState ? sinceOf(record) : (suspension?.fromDay ?? null),
    offers: offeredActions(AGREEMENT_WORKFLOW, state, { ...UNCONDITIONAL, permission }),
    proposals: [],
  };
}

function sinceOf({ document }: CurrentRecordRow): string | null {
  return document.legalStateSince?.stated ?? null;
}
