import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, changedFields, auditKind, Changed } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { RecordVersion, Transactions } from '@app/platform';
import { HolidayCorrection, correctedHoliday } from '../domain/holiday-changes';
import { requireName } from '../domain/refusals';
import { HolidayRepository, RecordedHoliday } from '../persistence/holiday.repository';
import { BusinessCalendar } from './business-calendar';

const holidayCorrected = auditKind<Changed>('holiday.corrected', 'holiday');

/**
 * Corrects a holiday; for a feast's days it is how the yearly announcement replaces the estimate.
 * @throws RecordNotFound @throws RecordIsStale @throws FieldsRefused @throws HolidayAlreadyRecorded @throws OutsideScope
 */
@Injectable()
export class CorrectHoliday {
  constructor(
    private readonly holidays: HolidayRepository,
    private readonly calendar: BusinessCalendar,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(
    version: RecordVersion,
    correction: HolidayCorrection,
    actor: Actor,
  ): Promise<RecordedHoliday> {
    const corrected = await this.transactions.run(async (tx) => {
      const before = await this.holidays.lock(tx, version);
      this.access.requireAt('reference.correct', NATIONWIDE);
      const after = correctedHoliday(before, correction);
      requireName(after.names);
      const changed = changedFields(before, after);
      if (Object.keys(changed).length === 0) return before;
      await this.holidays.change(tx, version, after);
      await this.audit.note(tx, holidayCorrected, {
        actor,
        subjectId: version.id,
        payload: { changed },
      });
      return { ...before, ...after, revision: before.revision + 1 };
    });
    this.calendar.forgetHolidays();
    return corrected;
  }
}
