import type { Offer } from './agreements';
import type { Refused } from './legal-life';
import { type ReportingRegister, arrange, jobs, nightOf, promisedByOwn } from './reporting';

/** As much of a report as its stories look at. */
export interface Report {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly onBehalf: boolean;
  readonly isLate: boolean;
  readonly claimedValue: number | null;
  readonly acceptedValue: number | null;
  readonly correctedById: string | null;
  readonly submittedBy: string | null;
  readonly waiting: { readonly workingDays: number; readonly isOver: boolean } | null;
  readonly decision: { readonly by: string | null; readonly reason: string | null } | null;
  readonly firstReview: { readonly value: number } | null;
  readonly content: {
    readonly value: number | null;
    readonly asOf: string | null;
    readonly stage: string | null;
  };
  readonly evidence: readonly { readonly id: string; readonly sha256: string }[];
  readonly receipt: { readonly sha256: string; readonly form: string } | null;
  readonly steps: readonly { readonly action: string; readonly by: string | null }[];
  readonly allowedActions: readonly Offer[];
}

export type Answered = Report & Refused;
type Person = Pick<ReportingRegister['editor'], 'http'>;

/** The day on which the first quarter was asked for. */
const APRIL = '2026-04-02T10:00:00Z';

/** An explicit answer: nobody has evidence. */
export const NONE = { evidence: [{ figure: 'value', kind: 'none' }] };

/** Which fields a refusal names, and why. */
export const codes = (body: Refused): string[] =>
  (body.errors ?? []).map(({ field, code }) => `${field}: ${code}`);

/** What people do with reports of a register that has begun. */
export function reportHands(register: ReportingRegister) {
  const { staff } = register;
  const read = async (id: string, who: Person = staff.officer) =>
    (await who.http<Report>('GET', `/reports/${id}`)).body;
  async function save(id: string, body: object, who: Person = register.editor) {
    const { revision } = await read(id);
    return who.http<Answered>('PATCH', `/reports/${id}`, { headers: { 'if-match': `"${revision}"` }, body });
  }
  async function take(id: string, action: string, who: Person, extra: object = {}) {
    const { revision } = await read(id);
    const headers = { 'if-match': `"${revision}"` };
    return who.http<Answered>('POST', `/reports/${id}/transitions`, { headers, body: { action, ...extra } });
  }
  const begin = (commitment: string | undefined, body: object, who: Person = register.editor) =>
    who.http<Answered>('POST', `/commitments/${commitment}/reports`, { body });
  const observations = (commitment: string | undefined) =>
    register.api.dataSource.query<{ value: number; rank: string; superseded_on: string | null }[]>(
      'SELECT value, rank, superseded_on FROM accepted_observation WHERE commitment_id = $1 ORDER BY id',
      [commitment],
    );

  /** A promise of which the first quarter was asked for. */
  async function asked(value = 200, change: object = {}) {
    const promised = await promisedByOwn(register, [jobs('c1', value, change)]);
    await arrange(staff.officer, promised.id, { rhythm: 'quarterly', fromDay: '2026-02-10' });
    await nightOf(register, APRIL);
    const path = `/reports?commitment=${promised.commitments[0]}`;
    const { body } = await register.editor.http<{ items: Report[] }>('GET', path);
    return { ...promised, commitment: promised.commitments[0], report: body.items[0]?.id ?? '' };
  }

  /** A report that its organisation submitted. */
  async function submitted(value = 40, target = 200) {
    const promise = await asked(target);
    await save(promise.report, { value, ...NONE });
    const { status, body } = await take(promise.report, 'submit', register.representative);
    expect([status, body.state]).toEqual([200, 'submitted']);
    return promise;
  }
  return { read, save, take, begin, observations, asked, submitted };
}
