import { Injectable } from '@nestjs/common';
import { FindAgreement } from '@app/agreements';
import type { Actor } from '@app/audit';
import {
  ArrangeReporting,
  BeginReport,
  type CompletionStage,
  FindReports,
  SaveReport,
  TakeReportStep,
} from '@app/delivery';
import { type CalendarDate, addDays, addMonths, calendarDateOf } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import { SIGNED_ON } from './demonstration-content';

const NARRATIVE = 'Compte rendu fictif. A fictional account. تقرير خيالي.';

/** How the fictional site came on, quarter by quarter; the last report waits for a decision. */
const YEAR: readonly CompletionStage[] = ['not_begun', 'begun', 'begun', 'substantially_done'];

/** Who acts in the fictional year. */
export interface DemonstrationActors {
  readonly officer: Actor;
  readonly representative: Actor;
  readonly verifier: Actor;
}

/** Opens the reporting of a fictional agreement and fills a year of it, by the steps that people take. */
@Injectable()
export class DemonstrationReports {
  constructor(
    private readonly agreements: FindAgreement,
    private readonly arrangeReporting: ArrangeReporting,
    private readonly beginReport: BeginReport,
    private readonly saveReport: SaveReport,
    private readonly takeStep: TakeReportStep,
    private readonly reports: FindReports,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(
    agreementId: string,
    { officer, representative, verifier }: DemonstrationActors,
  ): Promise<void> {
    const { revision, document } = await this.agreements.record(agreementId);
    const commitmentId = document?.commitments[0]?.id ?? '';
    const ends = lastQuarterEnds(this.calendar.today(), YEAR.length).filter((end) => end > SIGNED_ON);
    for (const [index, periodUntil] of ends.entries()) {
      const stage = YEAR[YEAR.length - ends.length + index] ?? 'not_begun';
      const id = await this.beginReport.execute({
        ...{ commitmentId, periodUntil, correctsId: null, actor: representative },
      });
      const evidence = [{ figure: 'value', kind: 'self_declared' }] as const;
      await this.saveReport.execute({
        ...{ reportId: id, expectedRevision: await this.revisionOf(id), actor: representative },
        changes: { stage, narrative: NARRATIVE, evidence },
      });
      await this.take(id, 'submit', representative);
      if (index < ends.length - 1) await this.take(id, 'accept', verifier);
    }
    await this.arrangeReporting.arrange({
      ...{ agreementId, expectedRevision: revision, rhythm: null, dates: [], fromDay: null },
      ...{ dueDays: 30, graceDays: 30, countingRules: [], reason: null, actor: officer },
    });
  }

  private async take(id: string, action: 'submit' | 'accept', actor: Actor): Promise<void> {
    const expectedRevision = await this.revisionOf(id);
    await this.takeStep.execute({
      ...{ reportId: id, expectedRevision, action, reason: null, acceptedValue: null, actor },
    });
  }

  private async revisionOf(id: string): Promise<number> {
    return (await this.reports.row(id)).revision;
  }
}

/** The last days of the quarters that are over, the earliest first. */
function lastQuarterEnds(today: CalendarDate, count: number): CalendarDate[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const thisQuarter = calendarDateOf(year, month - ((month - 1) % 3), 1);
  return Array.from({ length: count }, (_, back) => addDays(addMonths(thisQuarter, -3 * back), -1)).reverse();
}
