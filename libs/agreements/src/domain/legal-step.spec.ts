import { calendarDate, localizedText, publishedDate } from '@app/kernel';
import type { AgreementDocument } from './agreement-document';
import { type StepCalendar, type WantedStep, checkStep, dateOfStep, documentAfter } from './legal-step';

const TODAY = calendarDate('2026-11-23');
const CALENDAR: StepCalendar = { today: TODAY, signedOn: publishedDate('2025'), suspendedSince: null };

const wanted = (change: Partial<WantedStep>): WantedStep => ({
  action: 'terminate',
  reason: null,
  on: null,
  signing: null,
  suspension: null,
  shift: null,
  successor: null,
  ...change,
});
const SIGNING = { date: null, dateAbsence: null, place: null, fileId: null, sourceId: null };
const SUSPENSION = { ground: 'a dispute', expectedEnd: null };

const faults = (change: Partial<WantedStep>, calendar: Partial<StepCalendar> = {}) =>
  checkStep(wanted(change), { ...CALENDAR, ...calendar }).map(({ field, code }) => `${field}: ${code}`);

describe('a step that is asked for', () => {
  it.each<[Partial<WantedStep>, string[]]>([
    [{}, []],
    [{ on: '2026-11-23' }, []],
    [{ on: '2026' }, []],
    [{ on: 'soon' }, ['on: not_a_date']],
    [{ on: '2026-11-24' }, ['on: day_in_future']],
    [{ on: '2024' }, ['on: before_signature']],
    [{ action: 'lapse', on: '2024' }, []],
    [{ suspension: SUSPENSION }, ['suspension: part_of_other_step']],
    [{ action: 'suspend' }, ['suspension: required']],
    [{ action: 'resume' }, ['shift: required']],
    [{ action: 'supersede' }, ['successor: required']],
    [{ action: 'suspend', suspension: SUSPENSION, on: '2026-11' }, ['on: not_a_day']],
    [
      { action: 'suspend', suspension: { ...SUSPENSION, expectedEnd: TODAY } },
      ['suspension.expectedEnd: end_before_start'],
    ],
    [{ action: 'sign', signing: SIGNING }, []],
    [
      { action: 'sign', signing: { ...SIGNING, date: { stated: 'soon' } } },
      ['signing.date.stated: not_a_date'],
    ],
    [
      { action: 'sign', signing: { ...SIGNING, date: { stated: '2027' } } },
      ['signing.date: day_in_future', 'on: day_in_future'],
    ],
    [
      { action: 'sign', on: '2025-05', signing: { ...SIGNING, date: { stated: '2025' } } },
      ['on: date_disagrees'],
    ],
    [
      { action: 'sign', signing: { ...SIGNING, date: { stated: '2025' }, dateAbsence: 'not_published' } },
      ['signing.dateAbsence: fact_or_absence'],
    ],
  ])('%j is refused with %j', (change, expected) => expect(faults(change)).toEqual(expected));

  it('neither suspends nor resumes before the suspension that it is about', () => {
    const suspendedSince = calendarDate('2026-10-01');
    const resume: Partial<WantedStep> = { action: 'resume', shift: { rule: 'none', dates: [] } };
    expect(faults({ ...resume, on: '2026-09-30' }, { suspendedSince })).toEqual(['on: before_suspension']);
    expect(faults({ ...resume, on: '2026-10-01' }, { suspendedSince })).toEqual([]);
  });

  it('happened when it is said to have, else when the instrument was signed, else today', () => {
    expect(dateOfStep(wanted({ on: '2026-H1' }), TODAY).lastDay).toBe('2026-06-30');
    const signing = { ...SIGNING, date: { stated: '2025' } };
    expect(dateOfStep(wanted({ action: 'sign', signing }), TODAY).stated).toBe('2025');
    expect(dateOfStep(wanted({}), TODAY).stated).toBe(TODAY);
  });
});

describe('the document after a step', () => {
  const document = {
    title: localizedText({ en: 'A fictional centre' }),
    legalState: 'under_negotiation',
    legalStateSince: { stated: '2025-01' },
    signing: {
      date: null,
      dateAbsence: 'not_yet_due',
      place: 'Nowhere',
      eventId: null,
      sharesEventAmount: false,
    },
    citations: [],
  } as unknown as AgreementDocument;
  const sign = (signing: Partial<typeof SIGNING> | object, on: string | null = null) =>
    documentAfter(document, wanted({ action: 'sign', on, signing: { ...SIGNING, ...signing } }), {
      to: 'signed',
      newId: () => 'new',
    });

  it('states how it was signed and cites what reports it', () => {
    const after = sign({ date: { stated: '2026-03' }, sourceId: 'source' });
    expect(after).toMatchObject({
      legalState: 'signed',
      legalStateSince: { stated: '2026-03' },
      signing: { date: { stated: '2026-03' }, dateAbsence: null, place: 'Nowhere' },
      citations: [
        { id: 'new', sourceId: 'source', subject: 'agreement', field: 'signing', stated: '2026-03' },
      ],
    });
  });

  it('keeps that no date is published, and does not put the day of recording in its place', () => {
    expect(sign({ dateAbsence: 'not_published' })).toMatchObject({
      legalStateSince: null,
      signing: { date: null, dateAbsence: 'not_published' },
    });
  });
});
