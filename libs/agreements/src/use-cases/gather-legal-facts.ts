import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/audit';
import { BusinessCalendar } from '@app/reference';
import { type LegalState, hasEnded } from '../domain/legal-states';
import { isLegalState } from '../domain/legal-badges';
import { type LegalFacts, reportsSigning } from '../domain/judge-legal-step';
import type { CurrentRecordRow } from '../persistence/agreement.repository';
import { LegalLifeRepository, LegalStepRow } from '../persistence/legal-life.repository';
import { SettledCommitments } from '../persistence/settled-commitments';

/** What is known of an agreement, with what its next step needs beside the judgement. */
export interface GatheredFacts extends LegalFacts {
  readonly lastStep: LegalStepRow | null;
  /** Ids of the commitments that are not settled, in the order of the document. */
  readonly live: readonly string[];
  readonly settled: ReadonlySet<string>;
}

/** Gathers what decides about the next legal step of an agreement, for somebody who might take it. */
@Injectable()
export class GatherLegalFacts {
  constructor(
    private readonly legalLife: LegalLifeRepository,
    private readonly settledCommitments: SettledCommitments,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(record: CurrentRecordRow, actor: Actor): Promise<GatheredFacts> {
    const { id, document, revision } = record;
    const lastStep = await this.legalLife.lastStep(id);
    const commitments = await this.settledCommitments.of(id);
    const live = commitments.filter(({ settled }) => !settled).map((commitment) => commitment.id);
    const state = legalStateOf(record);
    return {
      instrumentType: document.instrumentType,
      signing: document.signing,
      signingProven: reportsSigning(document),
      openConditions: await this.legalLife.countOpenConditions(id),
      commitments: commitments.length,
      unsettled: live.length,
      endedOn: hasEnded(state) ? (lastStep?.recordedOn ?? null) : null,
      agreedBy: hasEnded(state) ? await this.legalLife.consentOfOthers(id, revision, actor) : null,
      actor,
      today: this.calendar.today(),
      lastStep,
      live,
      settled: new Set(commitments.filter(({ settled }) => settled).map((commitment) => commitment.id)),
    };
  }
}

/** The legal state of a record that has a current version. */
export function legalStateOf({ legal_state, document }: CurrentRecordRow): LegalState {
  return legal_state !== null && isLegalState(legal_state) ? legal_state : document.legalState;
}
