import { newId } from '@app/platform';
import type { SignedInAccount } from './accounts';
import { type Staff, logCurrent, signInStaff } from './agreements';
import { type TestAnswer, type TestApi, startTestApi } from './application';
import { fictionalDocument } from './legal-life';

type Asking = Pick<SignedInAccount, 'http'>;

/** As much of an organisation or person as merging asks for. */
export interface MergeableRecord {
  readonly id: string;
  readonly revision: number;
  readonly mergedInto: { readonly id: string } | null;
  readonly mergedFrom: readonly { readonly id: string }[];
}

export type Mergeable = 'organisations' | 'persons';

export async function readRecord<Record extends MergeableRecord = MergeableRecord>(
  who: Asking,
  list: Mergeable,
  id: string,
): Promise<Record> {
  const { status, body } = await who.http<Record>('GET', `/${list}/${id}`);
  if (status !== 200) throw new Error(`no record ${id}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Merges one record into another, each in the revision that is current now. */
export async function merge<Body = MergeableRecord>(
  who: Asking,
  [list, goneId, keptId]: readonly [Mergeable, string, string],
  extra: object = {},
): Promise<TestAnswer<Body>> {
  const gone = await readRecord(who, list, goneId);
  const kept = await readRecord(who, list, keptId);
  return who.http<Body>('POST', `/${list}/${goneId}/merge`, {
    headers: { 'if-match': `"${gone.revision}"` },
    body: { intoId: keptId, intoRevision: kept.revision, reason: 'the same in the papers', ...extra },
  });
}

/** Undoes the merge by which a record went. */
export async function separate<Body = MergeableRecord>(
  who: Asking,
  list: Mergeable,
  id: string,
): Promise<TestAnswer<Body>> {
  const { revision } = await readRecord(who, list, id);
  return who.http<Body>('POST', `/${list}/${id}/separation`, {
    headers: { 'if-match': `"${revision}"` },
    body: { reason: 'they are two after all' },
  });
}

export interface OrganisationBody extends MergeableRecord {
  readonly ice: string | null;
  readonly country: string | null;
  readonly names: Readonly<Record<string, string | null>>;
  readonly reportingContacts: readonly { readonly email: string }[];
}

/** Two records of one organisation, the first named in an agreement. */
export interface Pair {
  readonly goneId: string;
  readonly keptId: string;
  readonly agreement: string;
  /** Which pair of the register it is: part of every name. */
  readonly n: number;
}

/** A register in which pairs of records are made and merged. */
export class MergeDesk {
  private pairs = 0;

  private constructor(
    readonly api: TestApi,
    readonly staff: Staff,
  ) {}

  static async open(): Promise<MergeDesk> {
    const api = await startTestApi();
    await api.dataSource.query(
      `INSERT INTO region (id, code, name_en) VALUES ($1, 'XA-01', 'One'), ($2, 'XA-02', 'Two')`,
      [newId(), newId()],
    );
    return new MergeDesk(api, await signInStaff(api));
  }

  async record(body: object): Promise<string> {
    const answer = await this.staff.officer.http<{ id: string }>('POST', '/organisations', {
      body: { kind: 'company', ...body },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  }

  /** An agreement of this organisation, current at once. */
  logged(organisationId: string, over: object = {}): Promise<string> {
    const parties = [{ id: 'p1', role: 'investor', organisationId }];
    return logCurrent(this.api, fictionalDocument({ parties, ...over }));
  }

  read(id: string, who: Asking = this.staff.officer): Promise<OrganisationBody> {
    return readRecord<OrganisationBody>(who, 'organisations', id);
  }

  async ids(path: string, who: Asking = this.staff.officer): Promise<string[]> {
    const { body } = await who.http<{ items: { id: string }[] }>('GET', path);
    return body.items.map(({ id }) => id);
  }

  /** Two records by names that share a word, with an address each and one that both have. */
  async pair(): Promise<Pair> {
    this.pairs += 1;
    const n = this.pairs;
    const goneId = await this.record({
      names: { fr: `Ateliers Zellige ${n}`, ar: `زليج ${n}` },
      country: 'MA',
      variants: [`Zellige SA ${n}`],
      reportingContacts: [
        { email: `gone${n}@zellige.test`, language: 'fr' },
        { email: `both${n}@zellige.test`, language: 'fr' },
      ],
    });
    const keptId = await this.record({
      names: { en: `Zellige Works ${n}` },
      reportingContacts: [{ email: `both${n}@zellige.test`, language: 'en' }],
    });
    return { goneId, keptId, agreement: await this.logged(goneId), n };
  }
}
