import { amend, logCurrent, signInStaff, withDeadline } from './agreements';
import { newId } from '@app/platform';
import type { TestApi } from './application';

/** Words that stand in every record of the other company: an answer to anybody else must hold none of them. */
export const MARKER = 'Zellige';
/** Words that are never public, wherever they stand. */
export const HOUSE_MARKER = 'Kasbah';

/** What belongs to one company. */
export interface CompanyRecords {
  readonly organisation: string;
  readonly agreement: string;
  readonly commitment: string;
  readonly source: string;
  readonly event: string;
  readonly person: string;
}

/** Two companies with an agreement each that nobody published, a third whose agreement is, and a ministry in all. */
export interface CompaniesApart {
  readonly own: CompanyRecords;
  readonly other: CompanyRecords;
  readonly published: CompanyRecords;
  readonly ministry: string;
  /** Agreed on by the own company and by the other one. */
  readonly sharedEvent: string;
  readonly figure: string;
}

interface Recorded {
  readonly id: string;
  readonly commitments: readonly { readonly id: string }[];
}

const REGIONS = ['XA-01', 'XA-02', 'XA-03'];

/** Records them through the interface; regions, sectors and a national figure, which have no route, by SQL. */
export async function recordCompaniesApart(api: TestApi): Promise<CompaniesApart> {
  const make = async (path: string, body: object): Promise<Recorded> => {
    const answer = await api.http<Recorded>('POST', path, { body });
    if (answer.status !== 201) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const logged = async (document: object): Promise<Recorded> => {
    const id = await logCurrent(api, document);
    return (await api.http<Recorded>('GET', `/agreements/${id}`)).body;
  };
  await recordCountry(api);
  const ministry = (
    await make('/organisations', { names: { en: 'Fictional ministry' }, kind: 'public_body' })
  ).id;
  const sharedEvent = (
    await make('/events', {
      names: { en: 'Fair of investors' },
      dates: { stated: '2025-04-01' },
      note: `${HOUSE_MARKER} note of the fair`,
    })
  ).id;

  const company = async (
    name: string,
    { region, jobs, signedOn, event }: { region: string; jobs: number; signedOn: string; event?: string },
  ): Promise<CompanyRecords> => {
    const organisation = await make('/organisations', {
      names: { en: `${name} Works`, fr: `Ateliers ${name}` },
      kind: 'company',
      variants: [`${name} SA`],
      reportingContacts: [{ email: `reports@${name.toLowerCase()}.test`, language: 'en' }],
      note: `${HOUSE_MARKER} note on ${name}`,
    });
    const person = await make('/persons', { names: [{ value: `Chair of ${name}`, preferred: true }] });
    const source = await make('/sources', {
      url: `https://press.test/${name.toLowerCase()}`,
      title: `News of ${name}`,
      note: `${HOUSE_MARKER} note on the source`,
    });
    const ownEvent = await make('/events', {
      names: { en: `Signing of ${name}` },
      dates: { stated: signedOn },
      amount: { value: jobs, currency: 'MAD', qualifier: 'exactly' },
    });
    const agreement = await logged({
      title: { en: `Centre of ${name}` },
      summary: { en: `${name} promises` },
      instrumentType: 'memorandum_of_understanding',
      legalState: 'signed',
      signing: { date: { stated: signedOn }, eventId: event ?? ownEvent.id, place: `Hall of ${name}` },
      sectorCodes: ['XS'],
      parties: [
        { id: 'p1', role: 'investor', organisationId: organisation.id, note: `${HOUSE_MARKER} party` },
        { id: 'p2', role: 'public_authority', organisationId: ministry },
      ],
      signatories: [
        { id: 's1', role: 'signatory', partyId: 'p1', personId: person.id, capacity: `Head of ${name}` },
      ],
      commitments: [
        {
          id: 'c1',
          kind: 'jobs',
          title: { en: `Jobs of ${name}` },
          measure: 'quantity',
          quantity: { qualifier: 'exactly', value: jobs, unit: 'jobs', relation: 'direct', basis: 'new' },
          obligorPartyId: 'p1',
          deadline: { stated: '2029' },
          place: {
            scope: 'regions',
            regionCodes: [region],
            cities: [name],
            note: `${HOUSE_MARKER} on the place`,
          },
          milestones: [
            {
              id: 'm1',
              standing: 'published',
              title: { en: `Half of ${name}` },
              deadline: { stated: '2027' },
            },
          ],
          note: `${HOUSE_MARKER} on the promise`,
        },
      ],
      citations: [
        { id: 'x1', sourceId: source.id, subject: 'agreement', field: 'whole', note: `${HOUSE_MARKER} says` },
        { id: 'x2', sourceId: source.id, subject: 'commitment', subjectId: 'c1', field: 'deadline' },
      ],
      note: `${HOUSE_MARKER} on the agreement`,
    });
    await api.dataSource.query('UPDATE agreement SET tags = $2 WHERE id = $1', [
      agreement.id,
      [`${HOUSE_MARKER}-${name}`],
    ]);
    return {
      organisation: organisation.id,
      agreement: agreement.id,
      commitment: agreement.commitments[0]?.id ?? '',
      source: source.id,
      event: ownEvent.id,
      person: person.id,
    };
  };

  const own = await company('Atlas', {
    region: 'XA-01',
    jobs: 100,
    signedOn: '2025-04-01',
    event: sharedEvent,
  });
  const other = await company(MARKER, { region: 'XA-02', jobs: 7000, signedOn: '2026-02-03' });
  const published = await company('Safran', { region: 'XA-03', jobs: 30, signedOn: '2025-05-06' });
  const staff = await signInStaff(api);
  await amend(staff, other.agreement, other.source, withDeadline('2031'));
  await api.dataSource.query(`UPDATE agreement SET event_id = $2 WHERE id = $1`, [
    other.agreement,
    sharedEvent,
  ]);
  await api.dataSource.query('UPDATE agreement SET published = true WHERE id = $1', [published.agreement]);
  await link(api, own.agreement, other.agreement);
  await link(api, own.agreement, published.agreement);
  await link(api, published.agreement, other.agreement);
  return { own, other, published, ministry, sharedEvent, figure: await recordFigure(api) };
}

async function recordCountry(api: TestApi): Promise<void> {
  for (const code of REGIONS) {
    await api.dataSource.query('INSERT INTO region (id, code, name_en) VALUES ($1, $2, $2)', [newId(), code]);
  }
  await api.dataSource.query(
    `INSERT INTO sector (id, code, name_en) VALUES ($1, 'XS', 'Fictional sector'), ($2, 'XT', 'Another sector')`,
    [newId(), newId()],
  );
  await api.dataSource.query(
    `INSERT INTO zone (id, code, name_en, region_code, kind, status, note)
     VALUES ($1, 'XZ', 'Fictional zone', 'XA-02', 'industrial', 'operating', $2)`,
    [newId(), `${HOUSE_MARKER} note on the zone`],
  );
}

async function link(api: TestApi, from: string, to: string): Promise<void> {
  await api.dataSource.query(
    `INSERT INTO agreement_link (id, from_agreement_id, to_agreement_id, kind, note)
     VALUES ($1, $2, $3, 'continued_by', $4)`,
    [newId(), from, to, `${HOUSE_MARKER} note on the link`],
  );
}

async function recordFigure(api: TestApi): Promise<string> {
  const id = newId();
  await api.dataSource.query(
    `INSERT INTO indicator (code, id, name_en, nature, unit) VALUES ('fictional_jobs', $1, 'Jobs', 'stock', 'jobs')`,
    [newId()],
  );
  await api.dataSource.query(
    `INSERT INTO indicator_series (indicator_code, code, kind, name_en)
     VALUES ('fictional_jobs', 'survey', 'method', 'Survey')`,
  );
  await api.dataSource.query(
    `INSERT INTO indicator_figure (id, indicator_code, kind, nature, series, period, value, unit, qualifier, note,
                                   source_absence)
     VALUES ($1, 'fictional_jobs', 'observation', 'stock', 'survey', '2024', 10, 'jobs', 'exactly', $2, 'not_stated')`,
    [id, `${HOUSE_MARKER} note on the figure`],
  );
  return id;
}
