import { Clock } from '@app/kernel';
import { newId } from '@app/platform';
import { type SignedInAccount, signInAs } from '../../support/accounts';
import {
  type Staff,
  amend,
  bringIn,
  change,
  logCurrent,
  signInStaff,
  withDeadline,
} from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { fictionalDocument, take } from '../../support/legal-life';
import { FrozenClock } from '../../support/use-cases';

type Body = Record<string, unknown>;
type Answers = ReadonlyMap<string, unknown>;

/** Long enough for a history of months on a busy machine. */
const PATIENCE = 180_000;

/** What is told of the present only: what may be done, what is in the making, and how often a record was changed. */
const OF_THE_PRESENT = ['revision', 'draft', 'allowedActions', 'proposals', 'asOf'];

function withoutPresent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPresent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !OF_THE_PRESENT.includes(key))
      .map(([key, one]) => [key, withoutPresent(one)]),
  );
}

describe('the past', () => {
  let api: TestApi;
  let staff: Staff;
  let investor: SignedInAccount;
  let sourceId: string;
  let organisationId: string;
  let otherId: string;
  let zoneId: string;
  const clock = new FrozenClock('2026-01-05T09:00:00Z');
  const live = new Map<string, Answers>();
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    api = await startTestApi();
    staff = await signInStaff(api);
    jest.spyOn(api.app.get(Clock), 'now').mockImplementation(() => clock.now());
    const db = api.dataSource;
    for (const code of ['XA-01', 'XA-02']) {
      await db.query('INSERT INTO region (id, code, name_en) VALUES ($1, $2, $3)', [
        newId(),
        code,
        `Region ${code}`,
      ]);
    }
    await db.query(`INSERT INTO sector (id, code, name_en) VALUES ($1, 'XS', 'A sector')`, [newId()]);
    zoneId = newId();
    await db.query(
      `INSERT INTO zone (id, code, name_en, region_code, kind, status)
       VALUES ($1, 'XZ', 'Fictional zone', 'XA-02', 'industrial', 'operating')`,
      [zoneId],
    );
    const made = async (path: string, body: object) =>
      (await staff.officer.http<{ id: string }>('POST', path, { body })).body.id;
    organisationId = await made('/organisations', { names: { en: 'Fictional Works' }, kind: 'company' });
    otherId = await made('/organisations', { names: { en: 'Zellige Fictions' }, kind: 'company' });
    sourceId = await made('/sources', { url: 'https://paper.test/fictional' });
    investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
    });
    await db.query(`UPDATE session SET expires_at = '2099-01-01', last_seen_at = '2098-12-31'`);
  }, PATIENCE);
  afterAll(async () => {
    jest.restoreAllMocks();
    await api.close();
  });

  const document = (change: object = {}) =>
    fictionalDocument({
      legalState: 'signed',
      signing: { date: { stated: '2025-04-15' }, place: 'Nowhere' },
      sectorCodes: ['XS'],
      parties: [
        { id: 'p1', role: 'investor', organisationId },
        { id: 'p2', role: 'other', described: { en: 'four companies' } },
      ],
      citations: [{ id: 'x1', sourceId, subject: 'agreement', field: 'whole' }],
      ...change,
    });
  /** Another figure, place, party, title and number of promises: everything that tables are made of. */
  const rewritten = (before: Body) => {
    const [first, second] = before.commitments as [Body, Body];
    return {
      ...before,
      title: { en: 'Another name', fr: 'Un autre nom' },
      parties: [{ ...(before.parties as Body[])[0], organisationId: otherId }],
      commitments: [
        {
          ...first,
          title: { en: 'Places of training' },
          quantity: { ...(first.quantity as Body), value: 12, qualifier: 'at_least', stated: 'a dozen' },
          place: {
            scope: 'regions',
            regionCodes: ['XA-01', 'XA-02'],
            cities: ['Fictionville'],
            zoneIds: [zoneId],
          },
          milestones: [],
          obligorPartyId: (before.parties as { id: string }[])[0]?.id,
        },
        { ...second, id: newId(), deadline: { stated: '2026-02' } },
        { ...second, id: newId(), quantity: { qualifier: 'exactly', value: 3, unit: null } },
      ],
      citations: [
        ...(before.citations as Body[]),
        {
          id: newId(),
          sourceId,
          subject: 'commitment',
          subjectId: first.id,
          field: 'quantity',
          stated: '15',
          adopted: false,
          locator: 'p. 3',
          readOn: '2025-12-31',
        },
      ],
    };
  };

  const signedElsewhere = (before: Body) => ({
    ...before,
    signing: { date: { stated: '2025-H1' }, place: 'Elsewhere' },
    citations: [
      ...(before.citations as Body[]),
      { id: newId(), sourceId, subject: 'agreement', field: 'signing', stated: 'Elsewhere', adopted: true },
    ],
  });

  const decide = async (outcome: string) => {
    const { body } = await staff.director.http<{ items: { id: string; agreement: { id: string } }[] }>(
      'GET',
      `/commitments?agreement=${ids.second}`,
    );
    const path = `/commitments/${body.items[0]?.id}`;
    const { headers } = await staff.director.http('GET', path);
    const settled = await staff.director.http('POST', `${path}/decisions`, {
      headers: { 'if-match': headers.etag ?? '' },
      body: { outcome, reason: 'a test' },
    });
    expect([settled.status, settled.body]).toEqual([200, settled.body]);
  };

  const questions = () => [
    ...['recorded', '-recorded', 'signed', '-signed', 'reference'].map((sort) => `/agreements?sort=${sort}`),
    ...['legalState=suspended', 'legalState=signed', 'q=another', 'q=fictional convention', 'q=zellige'].map(
      (filter) => `/agreements?${filter}`,
    ),
    ...['region=XA-02', 'sector=XS', 'signedTo=2025-05-31', 'limit=2'].map(
      (filter) => `/agreements?${filter}`,
    ),
    `/agreements?organisation=${otherId}`,
    ...['lastDay', '-lastDay', 'value', '-value', 'recorded', '-recorded'].map(
      (sort) => `/commitments?limit=100&sort=${sort}`,
    ),
    ...[
      'status=due_soon',
      'status=overdue_unreported,suspended',
      'q=fictionville',
      'region=XA-01',
      'dueTo=2026-12-31',
    ].map((filter) => `/commitments?${filter}`),
    `/commitments?zone=${zoneId}`,
    `/commitments?obligor=${otherId}`,
    '/summary',
    '/summary?region=XA-02',
    '/summary?sector=XS&kind=jobs',
    ...Object.values(ids).map((id) => `/agreements/${id}`),
    ...commitments.map((id) => `/commitments/${id}`),
  ];
  let commitments: string[] = [];

  /** What every question is answered, now or as of a day; what is not in the register yet is absent. */
  const ask = async (who: Pick<SignedInAccount, 'http'>, asOf: string | null = null): Promise<Answers> => {
    const answers = new Map<string, unknown>();
    for (const path of questions()) {
      const at = asOf === null ? path : `${path}${path.includes('?') ? '&' : '?'}asOf=${asOf}`;
      const { status, body } = await who.http<Body>('GET', encodeURI(at));
      if (status >= 500) throw new Error(`${at}: ${JSON.stringify(body)}`);
      answers.set(path, status === 404 || body.version === null ? null : withoutPresent(body));
    }
    return answers;
  };
  const endDay = async (day: string) => {
    const rows = await api.dataSource.query<{ id: string }[]>('SELECT id FROM commitment ORDER BY id');
    commitments = [...new Set([...commitments, ...rows.map(({ id }) => id)])];
    live.set(day, await ask(staff.auditor));
  };
  const days: readonly [string, () => Promise<void>][] = [
    [
      '2026-01-05',
      async () => {
        ids.first = await logCurrent(api, document());
        ids.second = await logCurrent(api, document({ title: { en: 'A second one' }, sectorCodes: [] }));
        ids.announced = await logCurrent(api, fictionalDocument());
      },
    ],
    [
      '2026-01-06',
      async () => {
        ids.drafted = (await bringIn(staff, document({ title: { en: 'Drafted and approved' } }))).id;
        await amend(staff, ids.first ?? '', sourceId, withDeadline('2031'));
        const link = { toAgreementId: ids.second, kind: 'continued_by', reason: 'a test' };
        const linked = await staff.officer.http('POST', `/agreements/${ids.drafted}/links`, { body: link });
        expect(linked.status).toBe(201);
      },
    ],
    [
      '2026-02-09',
      async () => {
        await amend(staff, ids.first ?? '', sourceId, rewritten);
        await change(staff, ids.first ?? '', 'rectification', signedElsewhere);
        await take(staff.legal, ids.second ?? '', 'put_in_force', { on: '2026-02-01' });
      },
    ],
    [
      '2026-02-10',
      async () => {
        const ground = { ground: 'a dispute', expectedEnd: '2026-06-01' };
        await take(staff.legal, ids.second ?? '', 'suspend', { on: '2026-02-10', suspension: ground });
        await amend(staff, ids.first ?? '', sourceId, withDeadline('2032-06-30'));
        await amend(staff, ids.first ?? '', sourceId, withDeadline('2033-H1'));
      },
    ],
    [
      '2026-05-04',
      async () => {
        await take(staff.legal, ids.second ?? '', 'resume', {
          on: '2026-05-01',
          shift: { rule: 'whole_interval' },
        });
        await take(staff.legal, ids.announced ?? '', 'lapse', { on: '2026-05-02', reason: 'nobody signed' });
        const { body } = await staff.officer.http<{ links: { id: string }[] }>(
          'GET',
          `/agreements/${ids.drafted}/chain`,
        );
        await staff.officer.http('POST', `/agreements/${ids.drafted}/links/${body.links[0]?.id}/withdrawal`, {
          body: { reason: 'a mistake' },
        });
      },
    ],
    [
      '2026-05-25',
      async () => {
        await take(staff.legal, ids.drafted ?? '', 'terminate', { on: '2026-05-20', reason: 'given up' });
        await take(staff.director, ids.announced ?? '', 'reopen', { reason: 'signed after all' });
        await decide('cancelled');
        await change(staff, ids.second ?? '', 'clerical', (before) => ({
          ...before,
          title: { en: 'Spelt better' },
        }));
      },
    ],
  ];

  it(
    'is what was answered at the end of each day, whatever came after',
    async () => {
      for (const [day, events] of days) {
        clock.setTo(`${day}T10:00:00Z`);
        await events();
        await endDay(day);
      }
      for (const [day] of days) {
        const then = await ask(staff.auditor, day);
        for (const [path, answered] of then) {
          // A record that came later was not asked for then.
          expect({ day, path, answered }).toEqual({ day, path, answered: live.get(day)?.get(path) ?? null });
        }
      }
      clock.setTo('2026-06-20T10:00:00Z');
      expect(await ask(staff.auditor, '2026-06-20')).toEqual(await ask(staff.auditor));
      // Days on which nothing was recorded have the register of the day before, and their own statuses.
      const [quiet] = [await ask(staff.auditor, '2026-01-20')];
      expect(quiet.get(`/agreements/${ids.first}`)).toEqual(
        live.get('2026-01-06')?.get(`/agreements/${ids.first}`),
      );
      const nothing = await staff.auditor.http<{ total: number }>('GET', '/agreements?asOf=2026-01-04');
      expect(nothing.body.total).toBe(0);
    },
    PATIENCE,
  );

  it('says which day it tells of and what it tells of today, and names no revision to change', async () => {
    const { body, headers } = await staff.officer.http('GET', `/agreements/${ids.first}?asOf=2026-01-05`);
    expect(body).toMatchObject({
      version: { number: 1 },
      asOf: {
        day: '2026-01-05',
        ofToday: expect.arrayContaining(['names', 'published', 'owner']) as string[],
      },
      draft: null,
      allowedActions: [],
    });
    expect(headers.etag).not.toMatch(/^"\d+-/);
    const list = await staff.officer.http('GET', '/commitments?asOf=2026-01-05');
    expect(list.body.asOf).toEqual({ day: '2026-01-05', ofToday: ['names'] });
    expect((await staff.officer.http('GET', '/commitments')).body).not.toHaveProperty('asOf');
  });

  it.each([
    ['2026-06-21', 'day_in_future'],
    ['2026-02-30', 'not_a_day'],
    ['2026', 'not_a_day'],
  ])('does not answer for %s', async (day, code) => {
    for (const path of [
      '/agreements',
      `/agreements/${ids.first}`,
      '/commitments',
      `/commitments/${commitments[0]}`,
      '/summary',
    ]) {
      const { status, body } = await staff.officer.http<{ errors: object[] }>('GET', `${path}?asOf=${day}`);
      expect([path, status >= 400 && status < 500, body.errors]).toEqual([
        path,
        true,
        [expect.objectContaining({ field: 'asOf', code })],
      ]);
    }
  });

  it('shows an investor their own past, and of others what was not changed since', async () => {
    const published = await logCurrent(
      api,
      document({
        title: { en: 'Of others' },
        parties: [{ id: 'p1', role: 'investor', organisationId: otherId }],
      }),
      { published: true },
    );
    const own = ids.second ?? '';
    const seen = async (id: string, day: string) =>
      (await investor.http('GET', `/agreements/${id}?asOf=${day}`)).status;
    clock.setTo('2026-06-22T10:00:00Z');
    expect([
      await seen(own, '2026-01-05'),
      await seen(own, '2026-02-10'),
      await seen(published, '2026-06-20'),
    ]).toEqual([200, 200, 200]);
    const mine = await investor.http<Body>('GET', `/agreements/${own}?asOf=2026-02-10`);
    expect(mine.body).toMatchObject({ legalState: 'suspended', title: { en: 'A second one' } });
    await change(staff, published, 'clerical', (before) => ({ ...before, title: { en: 'Changed' } }));
    expect([await seen(published, '2026-06-20'), await seen(published, '2026-06-22')]).toEqual([404, 200]);
    const list = await investor.http<{ items: { id: string }[] }>('GET', '/agreements?asOf=2026-01-05');
    expect(list.body.items.map(({ id }) => id)).toContain(own);
    expect(list.body.items.map(({ id }) => id)).not.toContain(ids.announced);
    for (const path of ['/summary', '/commitments']) {
      expect((await investor.http('GET', `${path}?asOf=2026-02-10`)).status).toBe(200);
    }
  });
});
