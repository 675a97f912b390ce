import moment from 'moment-timezone';
import { LegalTime } from '../clock/legal-time';
import type { HealthPart } from './health-report';

/** What clocks on the wall in Casablanca showed or will show: summer and Ramadan of 2026, and no summer time since. */
const KNOWN = [
  ['2026-03-01T12:00:00Z', '2026-03-01', '12:00'],
  ['2026-06-01T12:00:00Z', '2026-06-01', '13:00'],
  ['2026-09-19T12:00:00Z', '2026-09-19', '13:00'],
  ['2026-09-20T12:00:00Z', '2026-09-20', '12:00'],
  ['2026-12-31T23:30:00Z', '2026-12-31', '23:30'],
  ['2027-07-01T12:00:00Z', '2027-07-01', '12:00'],
] as const;

/** Which time-zone data the register reckons with, and which the runtime brings, that are not used. */
export function timeZoneData(): { readonly pinned: string; readonly runtime: string | null } {
  return { pinned: moment.tz.dataVersion, runtime: process.versions.tz ?? null };
}

/** Whether the pinned time-zone data know Morocco's change of 2026: without it deadlines end an hour, or a day, wrong. */
export function timeZoneHealth(clock: Pick<LegalTime, 'dateOf' | 'wallClock'> = casablanca()): HealthPart {
  const wrong = KNOWN.filter(([instant, date, time]) => {
    const at = new Date(instant);
    return clock.dateOf(at) !== date || clock.wallClock(at) !== time;
  });
  const data = `pinned data ${moment.tz.dataVersion}; the runtime's ${process.versions.tz ?? 'own'} are not used`;
  return wrong.length === 0
    ? { status: 'ok', detail: `${data}; ${KNOWN.length} known instants agree` }
    : { status: 'unavailable', detail: `${data}; wrong at ${wrong[0]?.[0]}` };
}

function casablanca(): LegalTime {
  return new LegalTime('Africa/Casablanca');
}
