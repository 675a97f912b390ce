import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SignedInAccount, countryWide, signInAs } from './accounts';
import { type TestApi, startTestApi } from './application';
import { type CompaniesApart, recordCompaniesApart } from './companies-apart';
import { fileForm, sendForm } from './forms';
import { madePdf } from './made-files';
import { eventually } from '../standalone/real-process';

/** A file as it is answered. */
export interface FileRecord {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly role: string;
  readonly withdrawal: object | null;
}

/** Size of the largest file that the api of these tests takes. */
export const FILE_LIMIT = 3_000_000;

export const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

export const folderOf = (agreement: string) => `/agreements/${agreement}/files`;

/** A register of two companies, and the people who have to do with the files of one of them. */
export class FilesRegister {
  private number = 0;

  private constructor(
    readonly api: TestApi,
    readonly companies: CompaniesApart,
    readonly officer: SignedInAccount,
    readonly legal: SignedInAccount,
    readonly auditor: SignedInAccount,
    readonly investor: SignedInAccount,
    readonly other: SignedInAccount,
  ) {}

  static async start(): Promise<FilesRegister> {
    const api = await startTestApi({
      FILE_MAX_BYTES: String(FILE_LIMIT),
      CLOCK_START: '2026-11-23T10:00:00Z',
    });
    const companies = await recordCompaniesApart(api);
    const staff = (role: string) => signInAs(api, { grants: [countryWide(role)] });
    const investorOf = (organisationId: string) =>
      signInAs(api, {
        grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
      });
    return new FilesRegister(
      api,
      companies,
      await staff('officer'),
      await staff('legal'),
      await staff('auditor'),
      await investorOf(companies.own.organisation),
      await investorOf(companies.other.organisation),
    );
  }

  /** The agreement of the investor's own company. */
  get own(): string {
    return this.companies.own.agreement;
  }

  /** A text that nobody has sent before. */
  another(): Buffer {
    this.number += 1;
    return madePdf(`text number ${this.number}`);
  }

  async record(
    content: Buffer,
    fields: Record<string, string> = {},
    agreement = this.own,
  ): Promise<FileRecord> {
    const sent = await sendForm(this.api, this.officer, folderOf(agreement), fileForm(content, fields));
    expect([sent.status, sent.body]).toMatchObject([201, {}]);
    return sent.body as unknown as FileRecord;
  }

  contentOf({ id }: FileRecord, agreement = this.own): string {
    return `${folderOf(agreement)}/${id}/content`;
  }

  async download(
    who: SignedInAccount,
    path: string,
    { method = 'GET', ...headers }: Record<string, string> = {},
  ) {
    const answer = await this.api.app.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { cookie: who.cookie, 'accept-language': 'en', ...headers },
    });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  }

  /** Where the store keeps it. */
  pathOf(sha256: string): string {
    return join(this.api.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Whether nothing of what was received is left. */
  leftNothing(): Promise<boolean> {
    const incoming = join(this.api.dataDir, 'files/.incoming');
    return eventually(() => readdirSync(incoming).length === 0);
  }

  async countFiles(): Promise<number> {
    const [row] = await this.api.dataSource.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM agreement_file',
    );
    return row.count;
  }
}
