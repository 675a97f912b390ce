import { countryWide, signInAs } from '../../support/accounts';
import { logCurrent } from '../../support/agreements';
import { fictionalDocument } from '../../support/legal-life';
import { MergeDesk, type OrganisationBody, merge, separate } from '../../support/merges';

jest.setTimeout(120_000);

const ICE = '001561191000066';
const OTHER_ICE = '000000001000034';

describe('merges of organisations', () => {
  let desk: MergeDesk;
  let goneId: string;
  let keptId: string;
  let agreement: string;
  let n: number;

  beforeAll(async () => {
    desk = await MergeDesk.open();
  });
  afterAll(() => desk.api.close());
  beforeEach(async () => {
    ({ goneId, keptId, agreement, n } = await desk.pair());
  });

  const mergeThem = (extra: object = {}) =>
    merge(desk.staff.officer, ['organisations', goneId, keptId], extra);

  it('are refused where it cannot be', async () => {
    const refused = async (answer: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await answer;
      return [status, (body as { code: string }).code];
    };
    expect(await refused(merge(desk.staff.officer, ['organisations', goneId, goneId]))).toEqual([
      422,
      'merge_into_itself',
    ]);
    await desk.api.dataSource.query('UPDATE organisation SET ice = $2 WHERE id = $1', [goneId, ICE]);
    await desk.api.dataSource.query('UPDATE organisation SET ice = $2 WHERE id = $1', [keptId, OTHER_ICE]);
    const undecided = await mergeThem();
    expect(undecided).toMatchObject({
      status: 422,
      body: { code: 'fields_refused', errors: [{ field: 'choices.ice', code: 'merge_choice_required' }] },
    });
    expect(await mergeThem({ choices: { ice: 'gone' } })).toMatchObject({ status: 200 });
    expect((await desk.read(keptId)).ice).toBe(ICE);
    expect(await refused(mergeThem())).toEqual([409, 'record_merged']);
    expect(await refused(merge(desk.staff.officer, ['organisations', keptId, goneId]))).toEqual([
      409,
      'record_merged',
    ]);
    const correction = await desk.staff.officer.http('PATCH', `/organisations/${goneId}`, {
      headers: { 'if-match': `"${(await desk.read(goneId)).revision}"` },
      body: { note: 'too late' },
    });
    expect(correction).toMatchObject({ status: 409, body: { code: 'record_merged' } });
    // The identifier that was chosen against is free, until the two are two again.
    const third = await desk.record({ names: { en: `Third ${n}` }, ice: OTHER_ICE });
    await separate(desk.staff.officer, 'organisations', goneId);
    expect([(await desk.read(goneId)).mergedInto?.id, (await desk.read(keptId)).ice]).toEqual([keptId, ICE]);
    await desk.api.dataSource.query('UPDATE organisation SET ice = NULL WHERE id = $1', [third]);
    expect(await separate(desk.staff.officer, 'organisations', goneId)).toMatchObject({ status: 200 });
    expect([(await desk.read(goneId)).ice, (await desk.read(keptId)).ice]).toEqual([ICE, OTHER_ICE]);
    await desk.api.dataSource.query('UPDATE organisation SET ice = NULL WHERE id = ANY ($1)', [
      [goneId, keptId],
    ]);
    for (const organisationId of [goneId, keptId]) {
      await signInAs(desk.api, {
        grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
      });
    }
    expect(await refused(mergeThem())).toEqual([409, 'both_have_access']);
    expect(await refused(merge(desk.staff.verifier, ['organisations', goneId, keptId]))).toEqual([
      403,
      'permission_required',
    ]);
  });

  it('are merged by whoever may change all that names the one that goes', async () => {
    const place = (code: string) => ({ scope: 'regions', regionCodes: [code] });
    const inRegion = (code: string) =>
      fictionalDocument({
        parties: [{ id: 'p1', role: 'investor', organisationId: goneId }],
        commitments: [
          {
            ...{
              id: 'c1',
              kind: 'site',
              title: { en: 'A works' },
              measure: 'completion',
              deadline: { stated: '2030' },
            },
            place: place(code),
          },
        ],
      });
    await separateAgreement(agreement);
    await logCurrent(desk.api, inRegion('XA-01'));
    const regional = await signInAs(desk.api, {
      grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['XA-01'] } }],
    });
    await logCurrent(desk.api, inRegion('XA-02'));
    expect(await merge(regional, ['organisations', goneId, keptId])).toMatchObject({
      status: 403,
      body: { code: 'outside_scope' },
    });
    const preview = await regional.http<{ hindrances: { code: string }[] }>(
      'GET',
      `/organisations/${goneId}/merge-preview?into=${keptId}`,
    );
    expect(preview.body.hindrances.map(({ code }) => code)).toEqual(['outside_scope']);
    const whole = await signInAs(desk.api, { grants: [countryWide('officer')] });
    expect(await merge(whole, ['organisations', goneId, keptId])).toMatchObject({ status: 200 });
  });

  /** Takes the agreement of everywhere out of the way, as the owner of the tables. */
  const separateAgreement = (id: string) =>
    desk.api.dataSource.query('DELETE FROM party WHERE agreement_id = $1', [id]);

  it('are merged once, however many people try, and never in a circle', async () => {
    const [gone, kept] = [await desk.read(goneId), await desk.read(keptId)];
    const send = (from: OrganisationBody, to: OrganisationBody) =>
      desk.staff.officer.http<{ code?: string }>('POST', `/organisations/${from.id}/merge`, {
        headers: { 'if-match': `"${from.revision}"` },
        body: { intoId: to.id, intoRevision: to.revision, reason: 'at once' },
      });
    const answers = await Promise.all([
      send(gone, kept),
      send(kept, gone),
      send(gone, kept),
      send(kept, gone),
      desk.logged(goneId),
      desk.logged(keptId),
    ]);
    const statuses = answers.flatMap((answer) => (typeof answer === 'string' ? [] : [answer.status]));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => [200, 409, 412].includes(status))).toBe(true);
    const stays = (await desk.read(goneId)).mergedInto?.id ?? goneId;
    const rows = await desk.api.dataSource.query<{ organisation_id: string }[]>(
      'SELECT DISTINCT organisation_id FROM party WHERE organisation_id = ANY ($1)',
      [[goneId, keptId]],
    );
    expect(rows).toEqual([{ organisation_id: stays }]);
  });

  it('are held by the database: nobody leads to a record that leads on', async () => {
    const third = await desk.record({ names: { en: `Third ${n}` } });
    await mergeThem();
    const lead = (from: string, to: string) =>
      desk.api.dataSource.query('UPDATE organisation SET merged_into = $2 WHERE id = $1', [from, to]);
    await expect(lead(third, third)).rejects.toThrow('organisation_merged_into_another');
    await expect(lead(third, goneId)).rejects.toThrow('itself merged');
    await expect(lead(keptId, third)).rejects.toThrow('itself merged');
    await expect(
      desk.api.dataSource.query(`UPDATE organisation_merge SET reason = 'another' WHERE gone_id = $1`, [
        goneId,
      ]),
    ).rejects.toThrow('permission denied');
  });
});
