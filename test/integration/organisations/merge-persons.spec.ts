import { type Staff, logCurrent, signInStaff } from '../../support/agreements';
import { CHECKED, DataRequestDesk } from '../../support/data-requests';
import { fictionalDocument } from '../../support/legal-life';
import { type MergeableRecord, merge, readRecord, separate } from '../../support/merges';

jest.setTimeout(120_000);

interface PersonBody extends MergeableRecord {
  readonly names: readonly { readonly value: string }[];
  readonly erasedAt: string | null;
}

describe('two records of one person', () => {
  let desk: DataRequestDesk;
  let staff: Staff;
  let goneId: string;
  let keptId: string;
  let agreement: string;
  let counter = 0;

  beforeAll(async () => {
    desk = await DataRequestDesk.open();
    staff = await signInStaff(desk.api);
  });
  afterAll(() => desk.api.close());

  const record = async (...values: string[]): Promise<string> => {
    const names = values.map((value, index) => ({ value, preferred: index === 0 }));
    const answer = await staff.officer.http<{ id: string }>('POST', '/persons', {
      body: { names, note: `note on ${values[0] ?? ''}` },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  };
  const signedBy = (personId: string) =>
    logCurrent(
      desk.api,
      fictionalDocument({
        parties: [{ id: 'p1', role: 'investor', described: { en: 'A fictional company' } }],
        signatories: [{ id: 's1', role: 'signatory', partyId: 'p1', personId, capacity: `Head ${counter}` }],
      }),
    );
  const signatory = async (id: string) => {
    const { body } = await staff.officer.http<{ signatories: { personId: string; name: string | null }[] }>(
      'GET',
      `/agreements/${id}`,
    );
    return body.signatories[0];
  };
  const read = (id: string) => readRecord<PersonBody>(staff.officer, 'persons', id);
  const mergeThem = () => merge(staff.officer, ['persons', goneId, keptId]);
  const found = async (q: string) =>
    (
      await staff.officer.http<{ items: { id: string }[] }>('GET', `/persons?q=${encodeURIComponent(q)}`)
    ).body.items.map(({ id }) => id);
  const everything = async () => {
    const [row] = await desk.api.dataSource.query<[object]>(
      `SELECT (SELECT jsonb_agg(to_jsonb(p) - 'revision' ORDER BY id) FROM person p) AS persons,
              (SELECT jsonb_agg(v ORDER BY id) FROM personal_value v) AS values,
              (SELECT jsonb_agg(s ORDER BY id) FROM signatory s) AS signatories,
              (SELECT jsonb_agg(v ORDER BY agreement_id, number) FROM agreement_version v) AS versions`,
    );
    return row;
  };

  beforeEach(async () => {
    counter += 1;
    goneId = await record(`Karim Fictif${counter}`, `كريم فكتيف${counter}`);
    keptId = await record(`Karim Fictive${counter}`);
    agreement = await signedBy(goneId);
  });

  it('become one and two again, exactly as they were', async () => {
    const before = await everything();
    const preview = await staff.officer.http('GET', `/persons/${goneId}/merge-preview?into=${keptId}`);
    expect(preview).toMatchObject({
      status: 200,
      body: {
        gone: { id: goneId },
        kept: { id: keptId },
        effects: [
          { what: 'agreements', count: 1 },
          { what: 'signatures', count: 1 },
          { what: 'versions', count: 1 },
        ],
        agreements: [{ id: agreement, namesBoth: false }],
        hindrances: [],
      },
    });
    expect(await mergeThem()).toMatchObject({
      status: 200,
      body: { id: goneId, mergedInto: { id: keptId } },
    });
    expect(await read(keptId)).toMatchObject({
      mergedFrom: [
        { id: goneId, names: [{ value: `Karim Fictif${counter}` }, { value: `كريم فكتيف${counter}` }] },
      ],
    });
    expect(await signatory(agreement)).toMatchObject({ personId: keptId, name: `Karim Fictive${counter}` });
    for (const q of [`Fictif${counter}`, `كريم فكتيف${counter}`]) expect(await found(q)).toEqual([keptId]);
    const likely = await staff.officer.http<{ items: { id: string; variants: string[] }[] }>(
      'POST',
      '/persons/likely',
      { body: { names: [`Karim Fictif${counter}`] } },
    );
    expect(likely.body.items[0]).toMatchObject({
      id: keptId,
      variants: [`Karim Fictif${counter}`, `كريم فكتيف${counter}`],
    });
    expect(likely.body.items.map(({ id }) => id)).not.toContain(goneId);
    expect(await merge(staff.officer, ['persons', keptId, goneId])).toMatchObject({
      status: 409,
      body: { code: 'record_merged' },
    });
    expect(await separate(staff.officer, 'persons', goneId)).toMatchObject({ status: 200 });
    expect(await everything()).toEqual(before);
    expect(await signatory(agreement)).toMatchObject({ personId: goneId, name: `Karim Fictif${counter}` });
    expect(await found(`Fictif${counter}`)).toEqual([goneId]);
  });

  it('are merged further and separated in order', async () => {
    const third = await record(`Third Fictif${counter}`);
    await mergeThem();
    expect(await merge(staff.officer, ['persons', keptId, third])).toMatchObject({ status: 200 });
    expect((await read(third)).mergedFrom.map(({ id }) => id)).toEqual([goneId, keptId]);
    expect(await signatory(agreement)).toMatchObject({ personId: third });
    expect(await separate(staff.officer, 'persons', goneId)).toMatchObject({
      status: 409,
      body: { code: 'merged_further' },
    });
    expect(await separate(staff.officer, 'persons', keptId)).toMatchObject({ status: 200 });
    expect(await signatory(agreement)).toMatchObject({ personId: keptId });
    expect((await read(goneId)).mergedInto?.id).toBe(keptId);
  });

  it('are merged once by whoever is first', async () => {
    const [gone, kept] = [await read(goneId), await read(keptId)];
    const send = (from: PersonBody, to: PersonBody) =>
      staff.officer.http('POST', `/persons/${from.id}/merge`, {
        headers: { 'if-match': `"${from.revision}"` },
        body: { intoId: to.id, intoRevision: to.revision, reason: 'at once' },
      });
    const answers = await Promise.all([send(gone, kept), send(kept, gone), send(gone, kept)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
  });

  it.each(['the one that stays', 'the one that went'])(
    'are told and erased together, when %s is asked for',
    async (which) => {
      await mergeThem();
      const personId = which === 'the one that stays' ? keptId : goneId;
      const { body: asked } = await desk.record({ kind: 'access', personId, identityCheck: CHECKED });
      const exported = await desk.legal.http<{ person: Record<string, unknown> }>(
        'GET',
        `/data-requests/${asked.id}/export`,
      );
      expect(exported).toMatchObject({
        status: 200,
        body: {
          person: {
            id: keptId,
            mergedIds: [goneId],
            names: [
              { value: `Karim Fictive${counter}` },
              { value: `Karim Fictif${counter}` },
              { value: `كريم فكتيف${counter}` },
            ],
            note: `note on Karim Fictive${counter}\nnote on Karim Fictif${counter}`,
            signatures: [{ agreementId: agreement, capacity: `Head ${counter}` }],
          },
        },
      });
      expect(JSON.stringify(exported.body.person.entries)).toContain('person.took_in');
      const { body: request } = await desk.record({ kind: 'erasure', personId, identityCheck: CHECKED });
      const granted = await desk.step(request, 'decision', {
        outcome: 'granted',
        erasesPublicNames: true,
        reason: 'asked for',
      });
      // Three names, one capacity, two notes.
      expect(await desk.step(granted.body, 'erasure')).toMatchObject({ status: 200, body: { values: 6 } });
      for (const id of [keptId, goneId]) {
        expect(await read(id)).toMatchObject({ names: [], erasedAt: expect.any(String) as string });
      }
      expect(await signatory(agreement)).toMatchObject({ personId: keptId, name: null });
      const left = await desk.api.dataSource.query<object[]>(
        `SELECT 1 FROM personal_value WHERE person_id = ANY ($1) OR value LIKE $2`,
        [[goneId, keptId], `%Fictif${counter}%`],
      );
      expect(left).toEqual([]);
      expect(await separate(staff.officer, 'persons', goneId)).toMatchObject({
        status: 409,
        body: { code: 'person_erased' },
      });
      const other = await record(`Other Fictif${counter}`);
      expect(await merge(staff.officer, ['persons', other, keptId])).toMatchObject({
        status: 409,
        body: { code: 'person_erased' },
      });
    },
  );
});
