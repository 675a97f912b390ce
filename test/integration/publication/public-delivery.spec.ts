import {
  type ReportingRegister,
  acceptedReport,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
  takeStep,
} from '../../support/reporting';

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';
const AFTER_THE_QUARTER = '2026-04-01T10:00:00Z';

interface Delivery {
  readonly evidence: object;
  readonly original: object;
  readonly promisedLine: string;
  readonly accepted: readonly object[];
  readonly disputed: boolean;
}

describe('what the public reads of a delivery', () => {
  let register: ReportingRegister;

  beforeAll(async () => {
    register = await startReporting(START);
  }, PATIENCE);
  beforeEach(() => nightOf(register, START));
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  /** An agreement whose first quarter is asked about, and the way to what the public reads of its only promise. */
  async function reported() {
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200)]);
    await arrange(register.staff.officer, id, { rhythm: 'quarterly' });
    await nightOf(register, AFTER_THE_QUARTER);
    const { body } = await register.staff.officer.http<{ reference: string }>('GET', `/agreements/${id}`);
    const read = async () => {
      const answer = await register.api.http<{ commitments: { delivery: Delivery | null }[] }>(
        'GET',
        `/public/agreements/${body.reference}`,
        { anonymous: true },
      );
      return { delivery: answer.body.commitments[0]?.delivery, whole: JSON.stringify(answer.body) };
    };
    return { commitment: commitments[0] ?? '', read };
  }

  it('is nothing before a figure was accepted, then the figure with its evidence and its day', async () => {
    const { commitment, read } = await reported();
    expect((await read()).delivery).toBeNull();
    await acceptedReport(register, commitment, 40);
    const { delivery } = await read();
    expect(delivery).toMatchObject({
      evidence: { asOf: '2026-03-31', value: 40, share: 0.2, rank: 'self_declared', band: 'reported' },
      original: { lastDay: '2029-12-31', standing: 'ahead' },
      promisedLine: 'straight_assumption',
      accepted: [{ day: '2026-03-31', value: 40, rank: 'self_declared', checkedOn: '2026-04-01' }],
      disputed: false,
    });
  });

  it('is never what is claimed, who decided it and why, nor a forecast', async () => {
    const { commitment, read } = await reported();
    const asked = await register.editor.http<{ items: { id: string; revision: number }[] }>(
      'GET',
      `/reports?commitment=${commitment}&state=requested`,
    );
    const [report] = asked.body.items;
    await register.editor.http('PATCH', `/reports/${report?.id}`, {
      headers: { 'if-match': `"${report?.revision}"` },
      body: {
        value: 197,
        narrative: 'a fictional narrative',
        evidence: [{ figure: 'value', kind: 'self_declared' }],
      },
    });
    await takeStep(register.representative, report?.id ?? '', 'submit');
    expect((await read()).delivery).toBeNull();
    const { body } = await register.staff.verifier.http<{ revision: number }>(
      'GET',
      `/reports/${report?.id}`,
    );
    const { status } = await register.staff.verifier.http('POST', `/reports/${report?.id}/transitions`, {
      headers: { 'if-match': `"${body.revision}"` },
      body: { action: 'accept_with_reservation', acceptedValue: 32, reason: 'a fictional reservation' },
    });
    expect(status).toBe(200);
    const { delivery, whole } = await read();
    expect(delivery).toMatchObject({ evidence: { value: 32 } });
    expect(Object.keys(delivery ?? {}).sort()).toEqual(
      ['accepted', 'disputed', 'evidence', 'original', 'promised', 'promisedLine'].sort(),
    );
    expect(whole).not.toMatch(/197|fictional narrative|fictional reservation|forecast|claimed/);
    expect(whole).not.toContain(register.staff.verifier.accountId);
  });

  it('says that the figure is disputed', async () => {
    const { commitment, read } = await reported();
    const report = await acceptedReport(register, commitment, 40);
    const { body } = await register.representative.http<{ revision: number }>('GET', `/reports/${report}`);
    await register.representative.http('POST', `/reports/${report}/transitions`, {
      headers: { 'if-match': `"${body.revision}"` },
      body: { action: 'dispute', reason: 'a fictional ground' },
    });
    const { delivery, whole } = await read();
    expect(delivery?.disputed).toBe(true);
    expect(whole).not.toContain('fictional ground');
  });
});
