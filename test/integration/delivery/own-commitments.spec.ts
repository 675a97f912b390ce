import type { SignedInAccount } from '../../support/accounts';
import {
  type ReportingRegister,
  arrange,
  attach,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

interface Own {
  readonly commitment: { readonly id: string; readonly status: string };
  readonly nextDuty: { readonly kind: string; readonly until: string | null; readonly state?: string } | null;
  readonly proof: {
    readonly value: number;
    readonly band: string;
    readonly files: readonly { readonly kind: string }[];
  } | null;
  readonly pending: { readonly claimedValue: number } | null;
}

interface Report {
  readonly id: string;
  readonly revision: number;
}

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';

describe('what an organisation owes', () => {
  let register: ReportingRegister;

  beforeAll(async () => {
    register = await startReporting(START);
    await nightOf(register, START);
  }, PATIENCE);
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  const mine = async (who: SignedInAccount = register.editor) =>
    (await who.http<{ items: Own[]; total: number }>('GET', '/me/commitments')).body;
  const first = async () => (await mine()).items[0];
  async function write(
    id: string,
    who: SignedInAccount,
    method: 'PATCH' | 'POST',
    path: string,
    body: object,
  ) {
    const { body: seen } = await register.staff.officer.http<Report>('GET', `/reports/${id}`);
    const answer = await who.http(method, `/reports/${id}${path}`, {
      ...{ headers: { 'if-match': `"${seen.revision}"` }, body },
    });
    expect(answer.status).toBe(200);
  }

  it('is listed with the next duty, what waits for a decision, and what is held as proof', async () => {
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200)]);
    expect(await mine()).toMatchObject({
      total: 1,
      items: [
        {
          ...{ commitment: { id: commitments[0] }, nextDuty: { kind: 'deliver', until: '2029-12-31' } },
          ...{ proof: null, pending: null },
        },
      ],
    });
    await arrange(register.staff.officer, id, { rhythm: 'quarterly' });
    await nightOf(register, '2026-04-01T10:00:00Z');
    expect((await first())?.nextDuty).toMatchObject({
      kind: 'report',
      state: 'requested',
      until: '2026-05-01',
    });
    const { body } = await register.editor.http<{ items: Report[] }>(
      'GET',
      `/commitments/${commitments[0]}/reports`,
    );
    const report = body.items[0]?.id ?? '';
    await write(report, register.editor, 'PATCH', '', { value: 40 });
    await attach(register, register.editor, report, { figure: 'value', kind: 'company_document' });
    await write(report, register.representative, 'POST', '/transitions', { action: 'submit' });
    expect(await first()).toMatchObject({
      nextDuty: { kind: 'deliver' },
      pending: { claimedValue: 40 },
      proof: null,
    });
    await write(report, register.staff.verifier, 'POST', '/transitions', { action: 'accept' });
    expect(await first()).toMatchObject({
      pending: null,
      proof: { value: 40, band: 'documented', files: [{ kind: 'company_document' }] },
    });
  });

  it('asks for a reply first, and is nothing that another organisation or the house owes', async () => {
    const past = { deadline: { stated: '2026-01-31' } };
    const { commitments } = await promisedByOwn(register, [jobs('c1', 200, past)]);
    await register.staff.officer.http('POST', `/commitments/${commitments[0]}/notices`, {
      body: { word: 'overdue', channel: 'letter', sentOn: '2026-03-31' },
    });
    const owed = (await mine()).items.find(({ commitment }) => commitment.id === commitments[0]);
    expect(owed?.nextDuty).toMatchObject({ kind: 'reply' });
    expect((await mine(register.stranger)).items).toEqual([]);
    expect((await mine(register.staff.officer)).items).toEqual([]);
  });
});
