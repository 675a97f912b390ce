import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import type { Page, PageRequest } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { CommitmentView } from '../domain/commitment-view';
import { type EvidenceBand, bandOf } from '../domain/evidence-rank';
import { type NextDuty, nextDuty } from '../domain/next-duty';
import { CommitmentRepository } from '../persistence/commitment.repository';
import { OwnDutiesRepository, PendingRow, ProofRow } from '../persistence/own-duties.repository';

/** A promise as whoever owes it sees it: how it stands, what is to be done, and what is held as proof. */
export interface OwnCommitment {
  readonly commitment: CommitmentView;
  readonly nextDuty: NextDuty | null;
  /** The figure that the register follows; null before one was accepted. */
  readonly proof: (ProofRow & { readonly band: EvidenceBand }) | null;
  /** What waits for a decision. */
  readonly pending: PendingRow | null;
}

const NOTHING_LEFT = new Set(['met', 'met_late', 'ended']);

/** Lists what the caller's own organisations owe, by deadline; nothing for the house, which owes nothing. */
@Injectable()
export class ListOwnCommitments {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly duties: OwnDutiesRepository,
    private readonly access: Access,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(page: PageRequest): Promise<Page<OwnCommitment>> {
    const today = this.calendar.today();
    const owed = {
      sql: `(c.agreement_id, c.obligor_party_id) IN (SELECT agreement_id, id FROM party
        WHERE organisation_id = ANY (?::uuid[]))`,
      values: [this.access.visibleOrganisations ?? []],
    };
    const found = await this.commitments.select([owed], 'lastDay', page, today);
    const ids = found.items.map(({ id }) => id);
    const reports = byCommitment(await this.duties.reports(ids));
    const notices = byCommitment(await this.duties.notices(ids, today));
    const proofs = byCommitment(await this.duties.proofs(ids));
    const pending = byCommitment(await this.duties.pending(ids));
    return {
      ...found,
      items: found.items.map((commitment) => {
        const { id, deadline, decision, status } = commitment;
        const [report, notice, proof] = [reports.get(id), notices.get(id), proofs.get(id)];
        return {
          commitment,
          nextDuty: nextDuty({
            notice: notice ? { id: notice.noticeId, until: notice.repliesUntil } : null,
            report: report ? { id: report.reportId, until: report.dueOn, state: report.state } : null,
            lastDay: deadline?.lastDay ?? null,
            settled: decision !== null || NOTHING_LEFT.has(status),
            today,
          }),
          proof: proof ? { ...proof, band: bandOf(proof.rank) } : null,
          pending: pending.get(id) ?? null,
        };
      }),
    };
  }
}

function byCommitment<Row extends { readonly commitmentId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.commitmentId, row]));
}
