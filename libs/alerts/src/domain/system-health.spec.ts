import * as fc from 'fast-check';
import { calendarDate } from '@app/kernel';
import {
  ITEM_STATES,
  type ItemState,
  LIMITS,
  SYSTEM_ITEMS,
  type SystemFacts,
  against,
  judgeSystem,
  worstOf,
} from './system-health';

const AT = new Date('2026-11-25T10:00:00Z');

const WELL: SystemFacts = {
  database: { version: '18.4', bytes: 50_000_000, connections: 12, mostConnections: 200 },
  migrations: { applied: 40, missing: 0 },
  queue: { backend: 'postgresql', waiting: 0, active: 1, delayed: 0, failed: 0 },
  outbox: { due: 0, oldestSeconds: null, repeated: 0 },
  planner: { lastRunSecondsAgo: 300 },
  processes: [
    { kind: 'worker', host: 'a', version: '1', nodeVersion: '24', startedAt: AT, seenSecondsAgo: 4 },
    { kind: 'api', host: 'a', version: '1', nodeVersion: '24', startedAt: AT, seenSecondsAgo: 4 },
  ],
  api: { uptimeSeconds: 90, version: '1', nodeVersion: '24' },
  mail: { answers: true, lastSentAt: AT },
  sealing: {
    unsealed: 0,
    oldestUnsealedSeconds: null,
    lastSealedAt: AT,
    lastCheckpointOn: calendarDate('2026-11-25'),
    daysSinceCheckpoint: 0,
  },
  files: { freeBytes: 90, totalBytes: 100 },
  timeZone: { agrees: true, pinned: '2026f', runtime: '2026a' },
};

const stateOf = (facts: Partial<SystemFacts>, code: string) =>
  judgeSystem({ ...WELL, ...facts }).find((item) => item.code === code)?.state;

describe('how the system stands', () => {
  it('is well where everything is, part by part in one order', () => {
    const items = judgeSystem(WELL);
    expect(items.map(({ code }) => code)).toEqual([...SYSTEM_ITEMS]);
    expect(worstOf(items.map(({ state }) => state))).toBe('ok');
  });

  it('fails where a part could not be asked', () => {
    for (const [fact, code] of [
      ['database', 'database'],
      ['migrations', 'migrations'],
      ['queue', 'queue'],
      ['outbox', 'outbox'],
      ['planner', 'planner'],
      ['processes', 'workers'],
      ['mail', 'mail'],
      ['sealing', 'sealing'],
      ['files', 'files'],
    ] as const) {
      expect([code, stateOf({ [fact]: null }, code)]).toEqual([code, 'failing']);
    }
  });

  it.each<[string, Partial<SystemFacts>, string, ItemState]>([
    ['no worker', { processes: [] }, 'workers', 'failing'],
    ['a planner that never ran', { planner: { lastRunSecondsAgo: null } }, 'planner', 'failing'],
    ['a planner that slept for half an hour', { planner: { lastRunSecondsAgo: 1800 } }, 'planner', 'warning'],
    ['no mail server', { mail: { answers: null, lastSentAt: null } }, 'mail', 'warning'],
    ['a mail server that is silent', { mail: { answers: false, lastSentAt: AT } }, 'mail', 'failing'],
    ['a missing migration', { migrations: { applied: 39, missing: 1 } }, 'migrations', 'failing'],
    ['work that is not done', { outbox: { due: 1, oldestSeconds: 4000, repeated: 0 } }, 'outbox', 'failing'],
    ['work that fails again', { outbox: { due: 1, oldestSeconds: 100, repeated: 1 } }, 'outbox', 'warning'],
    ['a full disk', { files: { freeBytes: 4, totalBytes: 100 } }, 'files', 'failing'],
    ['no disk at all', { files: { freeBytes: 0, totalBytes: 0 } }, 'files', 'failing'],
    ['old time-zone data', { timeZone: { ...WELL.timeZone, agrees: false } }, 'time_zone', 'failing'],
  ])('is told of %s', (_, facts, code, state) => {
    expect(stateOf(facts, code)).toBe(state);
  });

  it('warns of a worker of another version', () => {
    const processes = (WELL.processes ?? []).map((one) => ({ ...one, version: '2' }));
    expect(stateOf({ processes }, 'workers')).toBe('warning');
  });

  it('never gets better as a value grows', () => {
    const order = [...ITEM_STATES];
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(LIMITS)),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (limits, value, more) => {
          const [now, later] = [against(value, limits), against(value + more, limits)];
          expect(order.indexOf(later)).toBeGreaterThanOrEqual(order.indexOf(now));
        },
      ),
    );
  });

  it('is as bad as its worst part', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ITEM_STATES)), (states) => {
        const worst = worstOf(states);
        expect(states.length === 0 ? 'ok' : states).toContain(worst);
        expect(states.every((one) => ITEM_STATES.indexOf(one) <= ITEM_STATES.indexOf(worst))).toBe(true);
      }),
    );
  });
});
