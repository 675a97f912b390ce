import { TestApi, startTestApi } from '../../support/application';
import { type SignedInAccount, signInAs } from '../../support/accounts';
import { act, openDraft, saveDraft, signInStaff } from '../../support/agreements';
import {
  type CompaniesApart,
  HOUSE_MARKER,
  MARKER,
  recordCompaniesApart,
} from '../../support/companies-apart';

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly total: number;
}

interface Summary {
  readonly coverage: Record<string, number>;
  readonly promised: { readonly firm: readonly { readonly total: number; readonly agreements: number }[] };
  readonly statuses: readonly { readonly commitments: number }[];
  readonly countedElsewhere: readonly object[];
}

const UNKNOWN = '01900000-0000-7000-8000-00000000abcd';

describe('what an investor reads', () => {
  let api: TestApi;
  let register: CompaniesApart;
  let investor: SignedInAccount;
  let officer: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    register = await recordCompaniesApart(api);
    investor = await signInAs(api, {
      grants: [
        {
          role: 'investor_editor',
          scope: { kind: 'organisation', organisationId: register.own.organisation },
        },
      ],
    });
    officer = await signInAs(api, {
      grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['XA-03'] } }],
    });
  });
  afterAll(() => api.close());

  const idsOf = async (who: SignedInAccount, path: string) => {
    const { status, body } = await who.http<Page>('GET', path);
    expect(status).toBe(200);
    expect(body.total).toBe(body.items.length);
    return body.items.map(({ id }) => id).sort();
  };
  const sorted = (...ids: string[]) => [...ids].sort();

  it('is their own agreements and the published ones, in lists and counts', async () => {
    const { own, published } = register;
    expect(await idsOf(investor, '/agreements')).toEqual(sorted(own.agreement, published.agreement));
    expect(await idsOf(investor, '/commitments')).toEqual(sorted(own.commitment, published.commitment));
    expect(await idsOf(investor, '/sources')).toEqual(sorted(own.source, published.source));
    expect(await idsOf(investor, '/events')).toEqual(sorted(register.sharedEvent, published.event));
    expect(await idsOf(investor, '/organisations')).toEqual(
      sorted(own.organisation, published.organisation, register.ministry),
    );
  });

  it('is what staff find in the same register plus nothing: a regional officer reads it all', async () => {
    const { own, other, published } = register;
    expect(await idsOf(officer, '/agreements')).toEqual(
      sorted(own.agreement, other.agreement, published.agreement),
    );
    expect(await idsOf(officer, '/organisations')).toHaveLength(4);
    expect(await idsOf(officer, '/events')).toHaveLength(4);
    const { body } = await officer.http('GET', `/agreements/${other.agreement}`);
    expect(JSON.stringify(body)).toContain(MARKER);
    expect(JSON.stringify(body)).toContain(HOUSE_MARKER);
  });

  it('obeys search and filters, whatever they name', async () => {
    const { own, other } = register;
    expect(await idsOf(investor, `/agreements?q=${MARKER}`)).toEqual([]);
    expect(await idsOf(officer, `/agreements?q=${MARKER}`)).toEqual([other.agreement]);
    expect(await idsOf(investor, '/agreements?q=atlas')).toEqual([own.agreement]);
    expect(await idsOf(investor, `/commitments?q=${MARKER}`)).toEqual([]);
    expect(await idsOf(investor, `/organisations?q=${MARKER}`)).toEqual([]);
    expect(await idsOf(investor, `/sources?q=${MARKER}`)).toEqual([]);
    expect(await idsOf(investor, '/agreements?region=XA-02')).toEqual([]);
    expect(await idsOf(officer, '/agreements?region=XA-02')).toEqual([other.agreement]);
    expect(await idsOf(investor, '/commitments?dueFrom=2031-01-01')).toEqual([]);
    for (const [list, filters] of [
      ['agreements', ['organisation', 'event']],
      ['commitments', ['organisation', 'obligor', 'agreement']],
    ] as const) {
      for (const filter of filters) {
        const theirs = { organisation: other.organisation, obligor: other.organisation }[filter as string];
        const id = theirs ?? (filter === 'event' ? other.event : other.agreement);
        const hidden = await investor.http('GET', `/${list}?${filter}=${id}`);
        const unknown = await investor.http('GET', `/${list}?${filter}=${UNKNOWN}`);
        expect([hidden.status, hidden.body]).toEqual([200, unknown.body]);
      }
    }
    expect(await idsOf(investor, `/agreements?organisation=${register.ministry}`)).toHaveLength(2);
  });

  it('is no oracle of tags and owners', async () => {
    const { body } = await officer.http<{ owner: { positionId: string }; tags: string[] }>(
      'GET',
      `/agreements/${register.own.agreement}`,
    );
    const filters = [
      `tag=${HOUSE_MARKER}-Atlas`,
      'tag=nothing',
      `owner=${body.owner.positionId}`,
      `owner=${UNKNOWN}`,
    ];
    for (const filter of filters) {
      expect(await idsOf(investor, `/agreements?${filter}`)).toEqual([]);
    }
    expect(await idsOf(officer, `/agreements?tag=${HOUSE_MARKER}-Atlas`)).toEqual([register.own.agreement]);
    expect(await idsOf(officer, `/agreements?owner=${body.owner.positionId}`)).toHaveLength(3);
  });

  it.each(['agreement', 'commitment', 'organisation', 'event', 'source'] as const)(
    'answers for the %s of another exactly as for an id that nothing has',
    async (kind) => {
      const hidden = await investor.http('GET', `/${kind}s/${register.other[kind]}`);
      const unknown = await investor.http('GET', `/${kind}s/${UNKNOWN}`);
      expect(hidden.status).toBe(404);
      expect({ ...hidden.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
      const headersOf = ({ headers }: { headers: Record<string, string> }) =>
        Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name));
      expect(headersOf(hidden)).toEqual(headersOf(unknown));
      expect((await officer.http('GET', `/${kind}s/${register.other[kind]}`)).status).toBe(200);
      expect((await investor.http('GET', `/${kind}s/${register.own[kind]}`)).status).toBe(
        kind === 'event' ? 404 : 200,
      );
    },
  );

  it('leaves links, agreements of an event and parties of others out of the records they see', async () => {
    const own = await investor.http<{ links: { agreementId: string; note: null }[] }>(
      'GET',
      `/agreements/${register.own.agreement}`,
    );
    expect(own.body.links.map(({ agreementId }) => agreementId)).toEqual([register.published.agreement]);
    const event = await investor.http<{ agreements: { id: string }[] }>(
      'GET',
      `/events/${register.sharedEvent}`,
    );
    expect(event.body.agreements.map(({ id }) => id)).toEqual([register.own.agreement]);
    const events = await investor.http<{ items: { id: string; agreements: { id: string }[] }[] }>(
      'GET',
      '/events',
    );
    expect(events.body.items.flatMap(({ agreements }) => agreements.map(({ id }) => id)).sort()).toEqual(
      sorted(register.own.agreement, register.published.agreement),
    );
  });

  it('adds up what they see, as if nothing else had been promised', async () => {
    const theirs = await investor.http<Summary>('GET', '/summary');
    // Atlas and Safran are linked, and only through what is seen: the one signed last counts.
    expect(theirs.body.coverage).toMatchObject({ commitments: 2, counted: 1, countedElsewhere: 1 });
    expect(theirs.body.promised.firm).toMatchObject([{ total: 30, agreements: 1 }]);
    expect(theirs.body.countedElsewhere).toMatchObject([
      { agreement: { id: register.own.agreement }, countedIn: { id: register.published.agreement } },
    ]);
    expect(theirs.body.statuses.reduce((sum, { commitments }) => sum + commitments, 0)).toBe(2);
    const all = await officer.http<Summary>('GET', '/summary');
    expect(all.body.coverage).toMatchObject({ commitments: 3, counted: 1, countedElsewhere: 2 });
    expect(all.body.promised.firm).toMatchObject([{ total: 7000 }]);
    const none = await investor.http<Summary>('GET', '/summary?region=XA-02');
    expect(none.body.coverage.commitments).toBe(0);
  });

  it('holds no word of the house and none of the other company, on any page they see', async () => {
    const { own, published } = register;
    const paths = [
      ...['agreements', 'commitments', 'organisations', 'events', 'sources', 'summary'],
      ...['indicators', 'indicator-figures', 'zones', 'regions', 'sectors', 'holidays'],
      ...['indicators/fictional_jobs', `indicator-figures/${register.figure}`],
      ...[own, published].flatMap((company) => [
        `agreements/${company.agreement}`,
        `agreements/${company.agreement}/versions`,
        `agreements/${company.agreement}/versions/1`,
        `agreements/${company.agreement}/citations`,
        `agreements/${company.agreement}/chain`,
        `commitments/${company.commitment}`,
        `organisations/${company.organisation}`,
        `sources/${company.source}`,
      ]),
      `events/${register.sharedEvent}`,
      `organisations/${register.ministry}`,
    ];
    for (const path of paths) {
      const { status, body } = await investor.http('GET', `/${path}`);
      const text = JSON.stringify(body);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(new RegExp(MARKER, 'i'));
      expect(text).not.toMatch(new RegExp(HOUSE_MARKER, 'i'));
    }
  });

  it('holds no note and no reason of the house where versions are compared', async () => {
    const { agreement } = register.own;
    const staff = await signInStaff(api);
    type Document = Record<string, unknown> & { commitments: object[] };
    const { body: opened } = await openDraft<{ document: Document }>(
      staff.officer,
      agreement,
      'clerical',
      `${HOUSE_MARKER} asked for it`,
    );
    const { document } = opened;
    await saveDraft(staff.officer, agreement, {
      ...document,
      title: { en: 'Centre of Atlas, spelt anew' },
      note: `${HOUSE_MARKER} changed its mind`,
      commitments: document.commitments.map((one) => ({ ...one, note: `${HOUSE_MARKER} too` })),
    });
    await act(staff.officer, agreement, 'submit', { acknowledgeGaps: true, reason: `${HOUSE_MARKER} knows` });
    expect((await act(staff.verifier, agreement, 'verify')).status).toBe(200);
    const path = `/agreements/${agreement}/versions`;
    type Diff = { differences: { path: string }[] };
    for (const one of [path, `${path}/2`, `${path}/2/diff`]) {
      const { status, body } = await investor.http('GET', one);
      expect([one, status]).toEqual([one, 200]);
      expect(JSON.stringify(body)).not.toMatch(new RegExp(HOUSE_MARKER, 'i'));
      expect(JSON.stringify((await staff.auditor.http('GET', one)).body)).toContain(HOUSE_MARKER);
    }
    const seen = await investor.http<Diff>('GET', `${path}/2/diff`);
    expect(seen.body.differences.map((difference) => difference.path)).toEqual(['title.en']);
  });

  it('shows the contacts of their own organisation, and who signed what they see', async () => {
    const contacts = async (organisation: string) =>
      (await investor.http<{ reportingContacts: object[] }>('GET', `/organisations/${organisation}`)).body
        .reportingContacts;
    expect(await contacts(register.own.organisation)).toEqual([
      { email: 'reports@atlas.test', language: 'en' },
    ]);
    expect(await contacts(register.published.organisation)).toEqual([]);
    const { body } = await investor.http<{ signatories: object[] }>(
      'GET',
      `/agreements/${register.own.agreement}`,
    );
    expect(body.signatories).toMatchObject([{ name: 'Chair of Atlas', capacity: 'Head of Atlas' }]);
  });

  it.each(['/persons', '/outbox'])('is not %s', async (path) => {
    const { status, body } = await investor.http('GET', path);
    expect([status, body.code]).toEqual([403, 'permission_required']);
  });

  it('is the same for somebody who acts for several organisations, for all of them together', async () => {
    const both = await signInAs(api, {
      grants: [register.own, register.other].map(({ organisation }) => ({
        role: 'investor_editor',
        scope: { kind: 'organisation', organisationId: organisation } as const,
      })),
    });
    expect(await idsOf(both, '/agreements')).toHaveLength(3);
    const nobody = await signInAs(api, {
      grants: [
        {
          role: 'investor_editor',
          scope: { kind: 'organisation', organisationId: register.published.organisation },
        },
      ],
    });
    expect(await idsOf(nobody, '/agreements')).toEqual([register.published.agreement]);
  });

  it('does not change what the ministry of all agreements sees when it reports as an investor', async () => {
    const body = await signInAs(api, {
      grants: [
        {
          role: 'investor_representative',
          scope: { kind: 'organisation', organisationId: register.ministry },
        },
      ],
    });
    expect(await idsOf(body, '/agreements')).toHaveLength(3);
  });
});
