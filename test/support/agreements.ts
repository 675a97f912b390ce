import { AgreementDocument, LogAgreement } from '@app/agreements';
import { documentOf } from '../../libs/agreements/src/http/document-of';
import { SignedInAccount, countryWide, signInAs } from './accounts';
import type { TestAnswer, TestApi } from './application';

/** As much of an agreement's record as tests ask for. */
export interface AgreementRecord {
  readonly id: string;
  readonly revision: number;
  readonly reference: string;
  readonly legalState: string | null;
  readonly version: { readonly number: number } | null;
  readonly document: Record<string, unknown> & { readonly commitments: { readonly id: string }[] };
  readonly draft: { readonly n: number; readonly state: string; readonly allowedActions: Offer[] } | null;
}

export interface Offer {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: string | null;
  readonly code: string | null;
}

/** One signed-in person a role, each for the whole country and with a second factor. */
export interface Staff {
  readonly officer: SignedInAccount;
  readonly otherOfficer: SignedInAccount;
  readonly verifier: SignedInAccount;
  readonly legal: SignedInAccount;
  readonly director: SignedInAccount;
  readonly otherDirector: SignedInAccount;
  readonly admin: SignedInAccount;
  readonly auditor: SignedInAccount;
}

export async function signInStaff(api: TestApi): Promise<Staff> {
  const someone = (role: string) => signInAs(api, { grants: [countryWide(role)] });
  return {
    officer: await someone('officer'),
    otherOfficer: await someone('officer'),
    verifier: await someone('verifier'),
    legal: await someone('legal'),
    director: await someone('director'),
    otherDirector: await someone('director'),
    admin: await someone('admin'),
    auditor: await someone('auditor'),
  };
}

/** Logs an agreement as the system does: current at once. Takes the document as `POST /agreements` does. */
export async function logCurrent(
  api: TestApi,
  request: object,
  {
    published = false,
    ownerPositionId = null,
  }: { published?: boolean; ownerPositionId?: string | null } = {},
): Promise<string> {
  return api.app.get(LogAgreement).execute({
    document: documentOf(request) as AgreementDocument,
    ownerPositionId,
    tags: [],
    published,
    actor: 'system:test',
  });
}

/** The revision that a change must name. */
export async function revisionOf(who: Pick<SignedInAccount, 'http'>, id: string): Promise<number> {
  const { status, body } = await who.http<AgreementRecord>('GET', `/agreements/${id}`);
  if (status !== 200) throw new Error(`no agreement ${id}: ${status} ${JSON.stringify(body)}`);
  return body.revision;
}

/** Takes a step with the open draft, naming the revision that is current now. */
export async function act<Body = AgreementRecord>(
  who: Pick<SignedInAccount, 'http'>,
  id: string,
  action: string,
  extra: object = {},
): Promise<TestAnswer<Body>> {
  const revision = await revisionOf(who, id);
  return who.http<Body>('POST', `/agreements/${id}/draft/transitions`, {
    headers: { 'if-match': `"${revision}"` },
    body: { action, ...extra },
  });
}

/** Opens a draft on the current version. */
export async function openDraft<Body = Record<string, unknown>>(
  who: Pick<SignedInAccount, 'http'>,
  id: string,
  kind: string,
  reason = 'a test',
): Promise<TestAnswer<Body>> {
  const revision = await revisionOf(who, id);
  return who.http<Body>('POST', `/agreements/${id}/draft`, {
    headers: { 'if-match': `"${revision}"` },
    body: { kind, reason },
  });
}

/** Saves the open draft over the revision that is current now. */
export async function saveDraft<Body = Record<string, unknown>>(
  who: Pick<SignedInAccount, 'http'>,
  id: string,
  body: object,
): Promise<TestAnswer<Body>> {
  const revision = await revisionOf(who, id);
  return who.http<Body>('PUT', `/agreements/${id}/draft`, { headers: { 'if-match': `"${revision}"` }, body });
}

function mustBe<Body>(wanted: number, answer: TestAnswer<Body>): Body {
  if (answer.status !== wanted) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Submits, verifies and approves the open draft, by three people. */
export async function pass(staff: Staff, id: string): Promise<AgreementRecord> {
  const gaps = { acknowledgeGaps: true, reason: 'the papers do not say' };
  mustBe(200, await act(staff.officer, id, 'submit', gaps));
  const verified = mustBe(200, await act(staff.verifier, id, 'verify'));
  return verified.draft === null ? verified : mustBe(200, await act(staff.director, id, 'approve'));
}

/** Drafts an agreement and brings it into the register, by three people. */
export async function bringIn(staff: Staff, document: object): Promise<AgreementRecord> {
  const drafted = mustBe(
    201,
    await staff.officer.http<AgreementRecord>('POST', '/agreements', { body: document }),
  );
  return pass(staff, drafted.id);
}

/** Changes an agreement by a draft of a kind that passes all its steps. */
export async function change(
  staff: Staff,
  id: string,
  kind: string,
  edit: (document: AgreementRecord['document']) => object,
): Promise<AgreementRecord> {
  const { document } = mustBe(
    201,
    await openDraft<{ document: AgreementRecord['document'] }>(staff.officer, id, kind),
  );
  mustBe(200, await saveDraft(staff.officer, id, edit(document)));
  return pass(staff, id);
}

let amendments = 0;

/** Changes what was promised by an amendment that a source reports, by three people. */
export async function amend(
  staff: Staff,
  id: string,
  sourceId: string,
  edit: (document: AgreementRecord['document']) => object,
): Promise<AgreementRecord> {
  amendments += 1;
  const act = { signedOn: '2026-01-01', effectiveOn: '2026-01-01', rationale: 'a test', sourceId };
  return change(staff, id, 'amendment', (document) => ({
    ...edit(document),
    amendment: { number: String(amendments), ...act },
  }));
}

/** The same document with another deadline of its first commitment. */
export function withDeadline(stated: string) {
  return (document: AgreementRecord['document']) => ({
    ...document,
    commitments: document.commitments.map((one, index) =>
      index === 0 ? { ...one, deadline: { stated }, deadlineAbsence: null } : one,
    ),
  });
}
