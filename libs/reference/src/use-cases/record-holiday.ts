import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { FieldsRefused } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import type { Holiday } from '../domain/holiday';
import { requireName } from '../domain/refusals';
import { HolidayRepository, RecordedHoliday } from '../persistence/holiday.repository';
import { BusinessCalendar } from './business-calendar';

const holidayRecorded = auditKind<Holiday>('holiday.recorded', 'holiday');

/**
 * Adds a holiday under a key of its own: a fixed day, a feast, or a feast's days in one year.
 * @throws FieldsRefused without a name, or for a feast that is not recorded. @throws HolidayAlreadyRecorded @throws OutsideScope
 */
@Injectable()
export class RecordHoliday {
  constructor(
    private readonly holidays: HolidayRepository,
    private readonly calendar: BusinessCalendar,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(content: Holiday, actor: Actor): Promise<RecordedHoliday> {
    const recorded = await this.transactions.run(async (tx) => {
      this.access.requireAt('reference.correct', NATIONWIDE);
      requireName(content.names);
      if (content.feast !== null && (await this.holidays.findByKey(content.feast))?.kind !== 'lunar') {
        throw new FieldsRefused([{ field: 'feast', code: 'feast_unknown' }]);
      }
      const id = newId();
      await this.holidays.insert(tx, id, content);
      await this.audit.note(tx, holidayRecorded, {
        actor,
        subjectId: id,
        payload: { ...content },
      });
      return { ...content, id, revision: 1 };
    });
    this.calendar.forgetHolidays();
    return recorded;
  }
}
