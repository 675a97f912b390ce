import { AskForReports } from '@app/delivery';
import { Clock } from '@app/kernel';
import { newId } from '@app/platform';
import { type SignedInAccount, signInAs } from './accounts';
import { type Staff, logCurrent, revisionOf, signInStaff } from './agreements';
import { type TestAnswer, type TestApi, startTestApi } from './application';
import { type SentForm, madeForm, sendForm } from './forms';
import { fictionalDocument, show } from './legal-life';
import { madePdf } from './made-files';

/** A register with two fictional companies, each with somebody who writes reports and somebody who attests. */
export interface ReportingRegister {
  readonly api: TestApi;
  readonly staff: Staff;
  readonly own: string;
  readonly editor: SignedInAccount;
  readonly representative: SignedInAccount;
  readonly stranger: SignedInAccount;
}

type Person = Pick<SignedInAccount, 'http'>;

/** Starts the api on a day, with the people of a story. */
export async function startReporting(
  startsAt: string,
  environment: Record<string, string> = {},
): Promise<ReportingRegister> {
  const api = await startTestApi({ CLOCK_START: startsAt, ...environment });
  const staff = await signInStaff(api);
  const company = async (name: string) => {
    const body = { names: { en: name }, kind: 'company' };
    return (await staff.officer.http<{ id: string }>('POST', '/organisations', { body })).body.id;
  };
  const own = await company('A fictional company');
  const other = await company('Another fictional company');
  const investorOf = (organisationId: string, role: string) =>
    signInAs(api, { grants: [{ role, scope: { kind: 'organisation', organisationId } }] });
  return {
    ...{ api, staff, own },
    editor: await investorOf(own, 'investor_editor'),
    representative: await investorOf(own, 'investor_representative'),
    stranger: await investorOf(other, 'investor_representative'),
  };
}

/** An agreement in force by which the own company owes everything. */
export async function promisedByOwn(
  { api, staff, own }: Pick<ReportingRegister, 'api' | 'own'> & { readonly staff: Pick<Staff, 'director'> },
  commitments: readonly object[],
  change: object = {},
): Promise<{ readonly id: string; readonly commitments: readonly string[] }> {
  const id = await logCurrent(
    api,
    fictionalDocument({
      legalState: 'in_force',
      signing: { date: { stated: '2025-03-01' } },
      parties: [{ id: 'p1', role: 'investor', organisationId: own }],
      commitments: commitments.map((one) => ({ ...one, obligorPartyId: 'p1' })),
      ...change,
    }),
    { published: true },
  );
  return { id, commitments: (await show(staff.director, id)).commitments.map((one) => one.id) };
}

/** A promise of fictional jobs. */
export function jobs(id: string, value: number, change: object = {}): object {
  return {
    ...{ id, kind: 'jobs', title: { en: `Fictional jobs ${id}` }, measure: 'quantity' },
    quantity: { qualifier: 'exactly', value, unit: 'jobs', relation: 'direct', basis: 'new' },
    deadline: { stated: '2029' },
    ...change,
  };
}

/** Opens reporting of an agreement, or changes it. */
export async function arrange<Body = Record<string, unknown>>(
  who: Person,
  agreementId: string,
  body: object = {},
  path = '',
): Promise<TestAnswer<Body>> {
  const revision = await revisionOf(who, agreementId);
  return who.http<Body>(path === '' ? 'PUT' : 'POST', `/agreements/${agreementId}/reporting${path}`, {
    headers: { 'if-match': `"${revision}"` },
    body,
  });
}

/** Lets time pass until an instant, and the register do what it does each night. */
export async function nightOf({ api }: ReportingRegister, instant: string) {
  jest.spyOn(api.app.get(Clock), 'now').mockReturnValue(new Date(instant));
  return api.app.get(AskForReports).execute();
}

/** Adds a file to a report, as somebody. */
export function attach(
  { api }: ReportingRegister,
  who: SignedInAccount,
  report: string,
  fields: Readonly<Record<string, string>>,
  content: Buffer = madePdf(`evidence ${newId()}`),
): Promise<SentForm> {
  const form = madeForm([
    ...Object.entries(fields).map(([name, value]) => ({ name, content: value })),
    { name: 'file', content, fileName: 'evidence.pdf', type: 'application/pdf' },
  ]);
  return sendForm(api, who, `/reports/${report}/evidence`, form);
}

/** Takes a step of a report, as somebody. */
export async function takeStep(who: Person, report: string, action: string): Promise<void> {
  const { body } = await who.http<{ revision: number }>('GET', `/reports/${report}`);
  const taken = await who.http('POST', `/reports/${report}/transitions`, {
    headers: { 'if-match': `"${body.revision}"` },
    body: { action },
  });
  expect(taken.status).toBe(200);
}

/** The oldest report that was asked for of a promise is written, attested and accepted, self-declared. */
export async function acceptedReport(
  { editor, representative, staff }: ReportingRegister,
  commitment: string,
  value: number,
): Promise<string> {
  const path = `/reports?commitment=${commitment}&state=requested`;
  const { body } = await editor.http<{ items: { id: string; revision: number }[] }>('GET', path);
  const asked = body.items.at(-1);
  if (!asked) throw new Error('nothing was asked for');
  const saved = await editor.http('PATCH', `/reports/${asked.id}`, {
    headers: { 'if-match': `"${asked.revision}"` },
    body: { value, evidence: [{ figure: 'value', kind: 'self_declared' }] },
  });
  expect(saved.status).toBe(200);
  await takeStep(representative, asked.id, 'submit');
  await takeStep(staff.verifier, asked.id, 'accept');
  return asked.id;
}
