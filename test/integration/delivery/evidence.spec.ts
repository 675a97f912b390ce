import { createHash } from 'node:crypto';
import { newId } from '@app/platform';
import { ApplyRetention } from '@app/privacy';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { asCaller } from '../../support/as-caller';
import type { Refused } from '../../support/legal-life';
import { madePdf } from '../../support/made-files';
import {
  type ReportingRegister,
  attach,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

interface Evidence {
  readonly id: string;
  readonly kind: string;
  readonly nominative: boolean;
  readonly sha256: string;
  readonly bytes: number | null;
  readonly extract: string | null;
  readonly erasedOn: string | null;
}

interface Report {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly evidence: readonly Evidence[];
  readonly receipt: { readonly form: string } | null;
}

type Answered = Report & Refused;

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';
const PAYROLL = { figure: 'value', kind: 'payroll_or_cnss' };
const NAMES = { ...PAYROLL, nominative: 'yes', extract: '40 employees, of whom 18 women' };

describe('evidence of a report', () => {
  let register: ReportingRegister;
  let staff: ReportingRegister['staff'];
  let second: SignedInAccount;

  beforeAll(async () => {
    register = await startReporting(START);
    ({ staff } = register);
    second = await signInAs(register.api, { grants: [countryWide('verifier')] });
  }, PATIENCE);
  beforeEach(() => nightOf(register, START));
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  async function begun(target = 200): Promise<string> {
    const { commitments } = await promisedByOwn(register, [jobs('c1', target)]);
    const { body } = await register.editor.http<Report>('POST', `/commitments/${commitments[0]}/reports`, {
      body: { periodUntil: '2026-02-01' },
    });
    return body.id;
  }
  const read = async (id: string) => (await staff.officer.http<Report>('GET', `/reports/${id}`)).body;
  async function change(
    id: string,
    who: SignedInAccount,
    method: 'PATCH' | 'POST',
    path: string,
    body: object,
  ) {
    const { revision } = await read(id);
    const headers = { 'if-match': `"${revision}"` };
    return who.http<Answered>(method, `/reports/${id}${path}`, { headers, body });
  }
  const take = (id: string, action: string, who: SignedInAccount, extra: object = {}) =>
    change(id, who, 'POST', '/transitions', { action, ...extra });
  const open = (id: string, evidence: string | undefined, who: SignedInAccount) =>
    who.http<Refused>('GET', `/reports/${id}/evidence/${evidence}/content`);
  const readings = (evidence: string | undefined) =>
    register.api.dataSource.query<{ action: string; actor: string }[]>(
      'SELECT action, actor FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [evidence],
    );

  async function submitted(fields: Record<string, string>, target = 200): Promise<[string, Evidence]> {
    const id = await begun(target);
    expect((await attach(register, register.editor, id, fields)).status).toBe(201);
    await change(id, register.editor, 'PATCH', '', { value: 40 });
    const { body } = await take(id, 'submit', register.representative);
    expect(body.state).toBe('submitted');
    const [file] = body.evidence;
    if (!file) throw new Error('no evidence');
    return [id, file];
  }

  it('is a file for a figure, stands in the receipt, and may be taken back while the report is written', async () => {
    const id = await begun();
    const content = madePdf('a list of contracts');
    const added = await attach(register, register.editor, id, PAYROLL, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect([added.status, added.headers.location]).toEqual([201, `/api/v1/reports/${id}`]);
    expect(added.body.evidence).toMatchObject([{ kind: 'payroll_or_cnss', nominative: false, sha256 }]);
    expect((await attach(register, register.editor, id, PAYROLL, content)).body.code).toBe(
      'evidence_attached',
    );
    const [first] = (await read(id)).evidence;
    const taken = await register.editor.http<Report>('DELETE', `/reports/${id}/evidence/${first?.id}`);
    expect([taken.status, taken.body.evidence]).toEqual([200, []]);
    await attach(register, register.editor, id, PAYROLL, content);
    await change(id, register.editor, 'PATCH', '', { value: 40 });
    const { body } = await take(id, 'submit', register.representative);
    expect(JSON.parse(body.receipt?.form ?? '{}')).toMatchObject({ evidence: [{ sha256 }] });
    expect((await attach(register, register.editor, id, PAYROLL)).body.code).toBe('report_not_writable');
    const [last] = body.evidence;
    const late = await register.editor.http<Refused>('DELETE', `/reports/${id}/evidence/${last?.id}`);
    expect(late.status).toBe(409);
  });

  it('is taken from whoever may write the report, also where somebody else sent the same file before', async () => {
    const content = madePdf('the same leaflet');
    const [one, other] = [await begun(), await begun()];
    expect((await attach(register, staff.officer, one, PAYROLL, content)).status).toBe(201);
    expect((await attach(register, register.editor, other, PAYROLL, content)).status).toBe(201);
    expect((await attach(register, register.stranger, one, PAYROLL)).status).toBe(404);
    const visit = await attach(register, register.editor, one, { figure: 'value', kind: 'site_visit' });
    expect(visit.status).toBe(422);
    const script = await attach(register, register.editor, one, PAYROLL, Buffer.from('<script>'));
    expect(script.status).toBe(422);
  });

  it('is not added by who wrote the report while somebody else decides about it', async () => {
    const both = await signInAs(register.api, { grants: ['officer', 'verifier'].map(countryWide) });
    const id = await begun();
    await change(id, both, 'PATCH', '', { value: 40, evidence: [{ figure: 'value', kind: 'none' }] });
    await take(id, 'submit', both);
    const visit = { figure: 'value', kind: 'site_visit' };
    expect((await attach(register, both, id, visit)).body.code).toBe('writer_does_not_verify');
    expect((await attach(register, staff.verifier, id, visit)).status).toBe(201);
  });

  it('is handed to its own organisation and to the house, with a note of to whom', async () => {
    const [id, file] = await submitted(PAYROLL);
    expect((await open(id, file.id, register.representative)).status).toBe(200);
    expect((await open(id, file.id, register.stranger)).status).toBe(404);
    expect((await open(id, file.id, staff.auditor)).status).toBe(200);
    expect(await readings(file.id)).toEqual([
      { action: 'report_evidence.read', actor: `account:${register.representative.accountId}` },
      { action: 'report_evidence.read', actor: `account:${staff.auditor.accountId}` },
    ]);
  });

  it('that names people needs a sum of what it shows, and opens to the verifier of the report alone', async () => {
    const draft = await begun();
    const bare = await attach(register, register.editor, draft, { ...PAYROLL, nominative: 'yes' });
    expect([bare.status, bare.body.code]).toEqual([422, 'fields_refused']);
    const [id, file] = await submitted(NAMES, 900);
    for (const who of [register.representative, staff.officer, staff.auditor, staff.director, staff.admin]) {
      expect((await open(id, file.id, who)).status).toBe(403);
    }
    expect((await open(id, file.id, staff.verifier)).body.code).toBe('nominative_for_verifier');
    await take(id, 'take_up', staff.verifier);
    expect((await open(id, file.id, staff.verifier)).status).toBe(200);
    expect((await open(id, file.id, second)).body.code).toBe('nominative_for_verifier');
    await take(id, 'accept', staff.verifier);
    expect((await open(id, file.id, second)).status).toBe(200);
    expect(await readings(file.id)).toEqual([
      { action: 'report_evidence.nominative_read', actor: `account:${staff.verifier.accountId}` },
      { action: 'report_evidence.nominative_read', actor: `account:${second.accountId}` },
    ]);
    await take(id, 'accept', second);
    expect((await open(id, file.id, second)).body.code).toBe('nominative_for_verifier');
  });

  it('that names people is erased after the decision and the time for an appeal; digest and extract stay', async () => {
    const [id, file] = await submitted(NAMES);
    const retain = async (instant: string) => {
      await nightOf(register, instant);
      await register.api.app.get(ApplyRetention).execute();
      const [found] = (await read(id)).evidence;
      return { bytes: found?.bytes, sha256: found?.sha256, erased: found?.erasedOn };
    };
    const bytes = file.bytes;
    await take(id, 'take_up', staff.verifier);
    await nightOf(register, '2026-02-12T10:00:00Z');
    await take(id, 'accept', staff.verifier);
    expect(await retain('2026-03-14T10:00:00Z')).toEqual({ bytes, sha256: file.sha256, erased: null });
    expect(await retain('2026-03-15T10:00:00Z')).toEqual({
      ...{ bytes: null, sha256: file.sha256, erased: '2026-03-15' },
    });
    expect((await read(id)).evidence[0]).toMatchObject({ extract: NAMES.extract });
    expect((await open(id, file.id, staff.verifier)).status).toBe(404);
    const left = await register.api.dataSource.query<unknown[]>('SELECT FROM stored_file WHERE sha256 = $1', [
      file.sha256,
    ]);
    expect(left).toEqual([]);
    const [entry] = await register.api.dataSource.query<{ actor: string }[]>(
      `SELECT actor FROM audit_entry WHERE action = 'report.evidence_erased' AND payload ->> 'evidenceId' = $1`,
      [file.id],
    );
    expect(entry?.actor).toBe('system:retention');
  });

  it('that names people goes with its name where nobody decides either', async () => {
    const retain = async (id: string, instant: string) => {
      await nightOf(register, instant);
      await register.api.app.get(ApplyRetention).execute();
      return register.api.dataSource.query<object[]>(
        'SELECT erased_on, withdrawn_on, file_name = left(sha256, 12) AS nameless FROM report_evidence WHERE report_id = $1',
        [id],
      );
    };
    const draft = await begun();
    await attach(register, register.editor, draft, NAMES);
    const [returned] = await submitted(NAMES);
    await take(returned, 'return', staff.verifier, { reason: 'which site?' });
    const [disputed] = await submitted(NAMES);
    await take(disputed, 'take_up', staff.verifier);
    await take(disputed, 'accept', staff.verifier);
    await take(disputed, 'dispute', register.representative, { reason: 'another day' });
    for (const id of [draft, returned, disputed]) {
      expect(await retain(id, '2026-08-08T10:00:00Z')).toMatchObject([{ erased_on: null }]);
    }
    const gone = { erased_on: '2026-08-09', nameless: true };
    for (const id of [draft, returned]) {
      expect(await retain(id, '2026-08-09T10:00:00Z')).toEqual([{ ...gone, withdrawn_on: '2026-08-09' }]);
    }
    expect(await retain(disputed, '2026-08-09T10:00:00Z')).toEqual([{ ...gone, withdrawn_on: null }]);
  });

  it('is kept apart by the tables too', async () => {
    const [id, file] = await submitted(PAYROLL);
    const stranger = <T>(sql: string, values: unknown[]) =>
      asCaller(register.api, register.stranger, { organisations: [] }, (tx) => tx.query<T>(sql, values));
    await expect(stranger('SELECT id FROM report_evidence WHERE id = $1', [file.id])).resolves.toEqual([]);
    await expect(stranger('SELECT id FROM report WHERE id = $1', [id])).resolves.toEqual([]);
    await expect(
      stranger('SELECT sha256 FROM stored_file WHERE sha256 = $1', [file.sha256]),
    ).resolves.toEqual([]);
    const own = (sql: string, values: unknown[]) =>
      asCaller(register.api, register.editor, { organisations: [register.own] }, (tx) =>
        tx.query(sql, values),
      );
    await expect(own('SELECT decided_by FROM report WHERE id = $1', [id])).rejects.toThrow(
      'permission denied',
    );
    await expect(own(`UPDATE report SET state = 'accepted' WHERE id = $1`, [id])).rejects.toThrow();
    await expect(
      own(
        `INSERT INTO report_evidence (id, report_id, figure, kind, nominative, sha256, stored_sha256, file_name,
           recorded_by, recorded_on, recorded_at)
         SELECT $1, report_id, 'site', kind, nominative, sha256, stored_sha256, file_name, recorded_by, recorded_on,
           recorded_at FROM report_evidence WHERE id = $2`,
        [newId(), file.id],
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      register.api.dataSource.query(`UPDATE report_evidence SET kind = 'site_visit' WHERE id = $1`, [
        file.id,
      ]),
    ).rejects.toThrow('permission denied');
  });
});
