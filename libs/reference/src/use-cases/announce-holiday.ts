import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { Transactions, newId } from '@app/platform';
import type { Holiday } from '../domain/holiday';
import { HolidayAnnouncement, announcedHoliday } from '../domain/holiday-changes';
import { requireName } from '../domain/refusals';
import { HolidayRepository, RecordedHoliday } from '../persistence/holiday.repository';
import { BusinessCalendar } from './business-calendar';

const holidayAnnounced = auditKind<Holiday>('holiday.announced', 'holiday');

/** What days off that belong to no feast are called in their key. */
const DAY_OFF = 'day-off';

/**
 * Adds the days off that are announced for one year: a feast's, or exceptional ones.
 * @throws FieldsRefused @throws HolidayAlreadyRecorded @throws OutsideScope
 */
@Injectable()
export class AnnounceHoliday {
  constructor(
    private readonly holidays: HolidayRepository,
    private readonly calendar: BusinessCalendar,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(announcement: HolidayAnnouncement, actor: Actor): Promise<RecordedHoliday> {
    const recorded = await this.transactions.run(async (tx) => {
      this.access.requireAt('reference.correct', NATIONWIDE);
      const feast = announcement.feast ? await this.holidays.findByKey(announcement.feast) : null;
      const announced = announcedHoliday(announcement, feast);
      requireName(announced.names);
      const holiday: Holiday = { ...announced, key: await this.freeKey(announced.feast, announced.firstDay) };
      const id = newId();
      await this.holidays.insert(tx, id, holiday);
      await this.audit.note(tx, holidayAnnounced, {
        actor,
        subjectId: id,
        payload: { ...holiday },
      });
      return { ...holiday, id, revision: 1 };
    });
    this.calendar.forgetHolidays();
    return recorded;
  }

  /** The feast's year; the day itself when the feast comes twice in a year of the sun, or belongs to no feast. */
  private async freeKey(feast: string | null, firstDay: string): Promise<string> {
    const ofYear = `${feast ?? DAY_OFF}-${firstDay.slice(0, 4)}`;
    const isFree = feast !== null && (await this.holidays.findByKey(ofYear)) === null;
    return isFree ? ofYear : `${feast ?? DAY_OFF}-${firstDay}`;
  }
}
