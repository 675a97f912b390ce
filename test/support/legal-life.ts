import type { SignedInAccount } from './accounts';
import { type AgreementRecord, type Offer, revisionOf } from './agreements';
import type { TestAnswer } from './application';

/** As much of an agreement's legal life as tests ask for. */
export interface LegalRecord extends AgreementRecord {
  readonly published: boolean;
  readonly legalStateSince: { readonly stated: string } | null;
  readonly signing: {
    readonly date: { readonly stated: string } | null;
    readonly dateAbsence: string | null;
    readonly place: string | null;
  };
  readonly citations: readonly { readonly field: string; readonly stated: string | null }[];
  readonly commitments: readonly {
    readonly id: string;
    readonly deadline: { readonly stated: string; readonly lastDay: string } | null;
    readonly milestones: readonly { readonly id: string; readonly deadline: { readonly stated: string } }[];
  }[];
  readonly deadlineMoves: readonly {
    readonly subjectId: string;
    readonly oldStated: string;
    readonly newStated: string;
    readonly versionNumber: number;
  }[];
  readonly suspension: { readonly from: string; readonly expectedEnd: string | null } | null;
  readonly badges: readonly { readonly code: string; readonly text: string }[];
  readonly proposals: readonly string[];
  readonly allowedActions: readonly Offer[];
  readonly links: readonly { readonly kind: string; readonly agreementId: string }[];
}

export interface Refused {
  readonly code: string;
  readonly title: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

type Person = Pick<SignedInAccount, 'http'>;

/** Writes to a route below an agreement, naming the revision that is current now. */
export async function write<Body = LegalRecord>(
  who: Person,
  id: string,
  path: string,
  body: object,
): Promise<TestAnswer<Body>> {
  const revision = await revisionOf(who, id);
  return who.http<Body>('POST', `/agreements/${id}/${path}`, {
    headers: { 'if-match': `"${revision}"` },
    body,
  });
}

/** Takes a legal step. */
export function step<Body = LegalRecord>(
  who: Person,
  id: string,
  action: string,
  extra: object = {},
): Promise<TestAnswer<Body>> {
  return write<Body>(who, id, 'transitions', { action, ...extra });
}

/** Takes a legal step that is expected to succeed. */
export async function take(
  who: Person,
  id: string,
  action: string,
  extra: object = {},
): Promise<LegalRecord> {
  const { status, body } = await step(who, id, action, extra);
  if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Takes a legal step that is expected to be refused, and answers how. */
export async function refusal(
  who: Person,
  id: string,
  action: string,
  extra: object = {},
): Promise<(number | string)[]> {
  const { status, body } = await step<Refused>(who, id, action, extra);
  return [status, body.code, ...(body.errors ?? []).map(({ field, code }) => `${field}: ${code}`)];
}

export async function show(who: Person, id: string): Promise<LegalRecord> {
  return (await who.http<LegalRecord>('GET', `/agreements/${id}`)).body;
}

/** A document of a fictional instrument with two promises, as `POST /agreements` takes it. */
export function fictionalDocument(change: object = {}): Record<string, unknown> {
  const promise = (id: string, stated: string, milestones: object[] = []) => ({
    id,
    kind: 'jobs',
    title: { en: `Fictional jobs ${id}` },
    measure: 'quantity',
    quantity: { qualifier: 'exactly', value: 200, unit: 'jobs', relation: 'direct', basis: 'new' },
    deadline: { stated },
    milestones,
  });
  return {
    title: { en: 'A fictional convention' },
    instrumentType: 'investment_convention',
    legalState: 'announced',
    commitments: [
      promise('c1', '2029', [
        { id: 'm1', standing: 'published', title: { en: 'Half' }, deadline: { stated: '2027-06-30' } },
      ]),
      promise('c2', '2026-03-31'),
    ],
    ...change,
  };
}
