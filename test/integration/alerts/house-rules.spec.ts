import { newId } from '@app/platform';
import { AlertsUnderTest } from '../../support/alerts-under-test';
import type { WatchedDeadline } from '../../support/alerts-register';

let alerts: AlertsUnderTest;

beforeAll(async () => {
  alerts = await AlertsUnderTest.start();
});
afterAll(() => alerts.close());
beforeEach(() => alerts.begin());

const FAR = { lastDay: '2035-12-31', recordedOn: '2026-01-05' };
const MEMORANDUM = { instrument: 'memorandum_of_understanding' } as const;

describe('a draft that waits', () => {
  let watched: WatchedDeadline;
  let draft: string;
  const step = async (action: string, from: string, to: string, on: string, reason: string | null = null) => {
    await alerts.app.db.query(
      `UPDATE agreement_draft SET state = $2, submitted_by = 'account:officer',
         verified_by = CASE WHEN $2 = 'verified' THEN 'account:verifier' END, entered_state_at = $3::date WHERE id = $1`,
      [draft, to, on],
    );
    await alerts.app.db.query(
      `INSERT INTO draft_step (id, draft_id, number, action, from_state, to_state, reason, taken_on, taken_by, taken_at)
       SELECT $1, $2, 1 + count(*), $3, $4, $5, $7, $6::date, 'account:officer', $6::date FROM draft_step WHERE draft_id = $2`,
      [newId(), draft, action, from, to, on, reason],
    );
  };
  beforeEach(async () => {
    watched = await alerts.register.watch(FAR);
    const officer = await alerts.register.addAccount({ email: 'officer@mithaq.test', language: 'en' });
    draft = newId();
    await alerts.app.db.query(
      `INSERT INTO agreement_draft (id, agreement_id, number, kind, state, base_number, document, drafted_by, opened_by,
         opened_at, saved_at, entered_state_at)
       VALUES ($1, $2, 2, 'clerical', 'draft', 1, '{}', ARRAY[$3], $3, '2026-11-23', '2026-11-23', '2026-11-23')`,
      [draft, watched.agreementId, `account:${officer}`],
    );
    await step('submit', 'draft', 'submitted', '2026-11-24');
  });

  it('is told to whoever verifies at once, after five and after ten working days, in the mail of the day', async () => {
    expect(await alerts.rehearsed('version_submitted', '2026-11-24', '2027-01-31')).toEqual([
      '2026-11-24 0 verifier',
      '2026-12-01 5 verifier',
      '2026-12-08 10 verifier',
    ]);
    expect(await alerts.subjects('2026-11-24T10:00:00Z')).toEqual([]);
    const [mail] = await alerts.arriving('2026-11-25T08:30:00Z');
    expect(mail?.subject).toBe('[MIT-2026-0001] draft to verify: Fictional agreement 0001');
    expect(mail?.text).toContain('Submitted: Tuesday 24 November 2026');
    expect(mail?.text).toContain(`https://m.test/staff/agreements/${watched.agreementId}/review`);
  });

  it('goes on to whoever approves when it is verified', async () => {
    await alerts.plan('2026-11-24T10:00:00Z');
    await step('verify', 'submitted', 'verified', '2026-11-25');
    await alerts.plan('2026-11-25T07:00:00Z');
    expect(await alerts.occurrences()).toEqual([
      'version_submitted 0 cancelled fact_ended',
      'version_verified 0 due',
    ]);
    expect(await alerts.subjects('2026-11-25T08:30:00Z')).toEqual([
      'director@mithaq.test: [MIT-2026-0001] draft to approve: Fictional agreement 0001',
    ]);
  });

  it('goes back to whoever wrote it when it is returned, with the reason', async () => {
    await step('return', 'submitted', 'returned', '2026-11-25', 'the source is missing');
    await alerts.plan('2026-11-25T07:00:00Z');
    const [mail] = await alerts.arriving('2026-11-25T08:30:00Z');
    expect(mail?.to).toMatchObject([{ address: 'officer@mithaq.test' }]);
    expect(mail?.text).toContain('Reason: the source is missing');
    expect(mail?.text).toContain('you wrote this draft; rule: draft returned.');
    await step('submit', 'returned', 'submitted', '2026-11-27');
    expect(await alerts.rehearsed('version_returned', '2026-11-30', '2027-01-31')).toEqual([]);
    expect(await alerts.rehearsed('version_submitted', '2026-11-30', '2027-01-31')).toEqual([
      '2026-12-04 5 verifier',
      '2026-12-11 10 verifier',
    ]);
  });
});

describe('a memorandum that no instrument follows', () => {
  it('is told six, twelve and eighteen months after its signature, on working days, until one follows', async () => {
    const watched = await alerts.register.watch({ ...FAR, ...MEMORANDUM, signedOn: '2026-08-31' });
    expect(await alerts.rehearsed('no_follow_up', '2026-11-24', '2029-12-31')).toEqual([
      // The month has no 31st; the 28th is a Sunday.
      '2027-03-01 6 position',
      '2027-08-31 12 position',
      '2027-08-31 12 director',
      '2028-02-29 18 position',
      '2028-02-29 18 director',
    ]);
    await alerts.plan('2027-03-01T10:00:00Z');
    expect(await alerts.conditions('no_follow_up')).toEqual(['open 2026-08-31']);
    const convention = await alerts.register.watch({ ...FAR, signedOn: '2027-03-01' });
    await alerts.app.db.query(
      `INSERT INTO agreement_link (id, from_agreement_id, to_agreement_id, kind, recorded_by, recorded_on)
       VALUES ($1, $2, $3, 'implemented_by', 'system:test', '2027-03-01')`,
      [newId(), watched.agreementId, convention.agreementId],
    );
    await alerts.plan('2027-03-01T11:00:00Z');
    expect(await alerts.conditions('no_follow_up')).toEqual(['resolved 2026-08-31']);
    expect(await alerts.subjects('2027-03-02T08:30:00Z')).toEqual([]);
    expect(await alerts.occurrences('no_follow_up')).toEqual(['no_follow_up 6 cancelled fact_ended']);
  });

  it('is told once when it was logged late, to everyone whom the passed steps address', async () => {
    await alerts.register.watch({ ...FAR, ...MEMORANDUM, signedOn: '2024-01-15' });
    await alerts.plan('2026-11-23T10:00:00Z');
    expect(await alerts.occurrences('no_follow_up')).toEqual([
      'no_follow_up 6 superseded',
      'no_follow_up 12 superseded',
      'no_follow_up 18 due',
    ]);
    expect(await alerts.subjects('2026-11-24T08:30:00Z')).toEqual([
      'director@mithaq.test: [MIT-2026-0001] no instrument follows: Fictional agreement 0001',
      'owner@mithaq.test: [MIT-2026-0001] no instrument follows: Fictional agreement 0001',
    ]);
  });
});

describe('a suspension that should end', () => {
  it('is told before its expected end, on it, and each week while it lasts', async () => {
    await alerts.register.addAccount({ email: 'legal@mithaq.test', language: 'en', roles: ['legal'] });
    const watched = await alerts.register.watch({ ...FAR, signedOn: '2026-11-02' });
    await alerts.register.suspend(watched.agreementId, '2026-11-23', 'a dispute', '2027-01-15');
    expect(await alerts.rehearsed('suspension_ends', '2026-11-24', '2027-02-01')).toEqual([
      '2026-12-16 -30 director',
      '2026-12-16 -30 legal',
      '2027-01-08 -7 director',
      '2027-01-08 -7 legal',
      '2027-01-15 0 director',
      '2027-01-15 0 legal',
      '2027-01-22 7 director',
      '2027-01-22 7 legal',
      '2027-01-29 14 director',
      '2027-01-29 14 legal',
    ]);
    const mails = await alerts.arriving('2027-01-15T10:00:00Z');
    const told = mails.filter(({ subject }) => subject?.includes('end of a suspension'));
    expect(told.map(({ to }) => to?.[0]?.address).sort()).toEqual([
      'director@mithaq.test',
      'legal@mithaq.test',
    ]);
    expect(told[0]?.text).toContain('Expected end: Friday 15 January 2027');
    await alerts.register.resume(watched, '2027-01-18', null);
    await alerts.plan('2027-01-22T10:00:00Z');
    expect(await alerts.conditions('suspension_ends')).toEqual(['resolved 2027-01-15']);
    expect(await alerts.occurrences('suspension_ends')).not.toContainEqual(expect.stringContaining(' 7 '));
  });
});

describe('an amendment that moves no deadline', () => {
  it('is told once to the owner and whoever owes a promise, with its number and the day from which it holds', async () => {
    const contact = { email: 'contact@company.test', language: 'en' };
    const watched = await alerts.register.watch({ ...FAR, obligor: 'named', contact });
    await alerts.register.recordAmendment(watched, '2026-11-24', {
      number: '2 bis',
      effectiveOn: '2026-11-20',
    });
    const mails = await alerts.arriving('2026-11-24T10:00:00Z');
    expect(mails.map(({ subject, to }) => `${to?.[0]?.address}: ${subject}`).sort()).toEqual([
      'contact@company.test: [MIT-2026-0001] agreement amended: Fictional agreement 0001',
      'owner@mithaq.test: [MIT-2026-0001] agreement amended: Fictional agreement 0001',
    ]);
    expect(mails[0]?.text).toContain('Amendment: 2 bis');
    expect(mails[0]?.text).toContain('In effect from: 20 November 2026');
    expect(await alerts.subjects('2026-11-24T10:10:00Z')).toEqual([]);
    expect(await alerts.conditions('agreement_amended')).toHaveLength(1);
  });

  it('says nothing beside the dates that another one moves', async () => {
    const watched = await alerts.register.watch(FAR);
    await alerts.register.amend(watched, '2036-06-30', '2026-11-24', {
      number: '1',
      effectiveOn: '2026-11-20',
    });
    await alerts.plan('2026-11-24T10:00:00Z');
    expect(await alerts.occurrences()).toEqual(['deadline_moved 1 due']);
  });
});
