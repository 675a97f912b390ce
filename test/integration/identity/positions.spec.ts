import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, type TestAnswer, startTestApi } from '../../support/application';

interface Position {
  id: string;
  revision: number;
  names: { fr: string | null };
  superior: { id: string } | null;
  holder: { id: string } | null;
  delegate: { account: { id: string }; from: string; until: string } | null;
  actsToday: { as: string; account: { id: string } } | null;
  agreementsOwned: number;
}
interface Problem {
  code: string;
  errors: { field: string; code: string }[];
}

let api: TestApi;
let director: SignedInAccount;

beforeAll(async () => {
  api = await startTestApi();
  director = await signInAs(api, { grants: [countryWide('director')] });
});
afterAll(() => api.close());

const officer = () => signInAs(api, { grants: [countryWide('officer')] });

async function make(body: object): Promise<Position> {
  const answer = await director.http<Position>('POST', '/positions', {
    body: { names: { fr: 'Poste' }, ...body },
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

function change<Body = Position>({ id, revision }: Position, body: object): Promise<TestAnswer<Body>> {
  return director.http<Body>('PATCH', `/positions/${id}`, { body, headers: { 'if-match': `"${revision}"` } });
}

const violations = ({ body }: TestAnswer<Problem>) =>
  body.errors.map(({ field, code }) => `${field} ${code}`);

describe('positions', () => {
  it('are made with names, superior, holder and delegate, and say who acts today', async () => {
    const [holder, deputy, head] = [await officer(), await officer(), await make({})];
    const position = await make({
      names: { ar: 'قسم الاتفاقيات', fr: 'Division des accords', en: 'Agreements division' },
      superiorId: head.id,
      holderAccountId: holder.accountId,
      delegate: { accountId: deputy.accountId, from: '2020-01-01', until: '2099-12-31' },
    });
    expect(position).toMatchObject({
      superior: { id: head.id },
      holder: { id: holder.accountId },
      delegate: { account: { id: deputy.accountId }, from: '2020-01-01', until: '2099-12-31' },
      actsToday: { as: 'delegate', account: { id: deputy.accountId } },
      agreementsOwned: 0,
    });
    const over = await change(position, {
      delegate: { accountId: deputy.accountId, from: '2020-01-01', until: '2020-01-02' },
    });
    expect(over.body.actsToday).toMatchObject({ as: 'holder', account: { id: holder.accountId } });
    const ended = await change(over.body, { delegate: null, superiorId: null });
    expect(ended.body).toMatchObject({ delegate: null, superior: null, holder: { id: holder.accountId } });
  });

  it('keep what they own when the holder changes, and the trail says from whom to whom', async () => {
    const { body } = await director.http<{ items: Position[] }>('GET', '/positions?q=follow-up%20unit');
    const [unit] = body.items;
    if (!unit) throw new Error('the unit that owns the register is missing');
    const successor = await officer();
    const changed = await change(unit, { holderAccountId: successor.accountId });
    expect(changed.body.holder?.id).toBe(successor.accountId);
    const history = await director.http<{ items: { action: string; payload: object }[] }>(
      'GET',
      `/positions/${unit.id}/history`,
    );
    expect(history.body.items[0]).toMatchObject({
      action: 'position.changed',
      payload: { changed: { holderAccountId: { from: unit.holder?.id, to: successor.accountId } } },
    });
    const vacant = await change(changed.body, { holderAccountId: null });
    expect(vacant.body).toMatchObject({ holder: null, actsToday: null });
    const listed = await director.http<{ items: Position[] }>('GET', '/positions?held=false');
    expect(listed.body.items.map(({ id }) => id)).toContain(unit.id);
  });

  it('are held by active staff only', async () => {
    const gone = await officer();
    await api.dataSource.query('UPDATE account SET active = false WHERE id = $1', [gone.accountId]);
    const organisation = await api.http<{ id: string }>('POST', '/organisations', {
      body: { names: { fr: 'Société' }, kind: 'company' },
    });
    const scope = { kind: 'organisation' as const, organisationId: organisation.body.id };
    const investor = await signInAs(api, { grants: [{ role: 'investor_editor', scope }] });
    const position = await make({});
    const delegate = { accountId: investor.accountId, from: '2026-01-01', until: '2026-01-02' };
    const refused = await change<Problem>(position, { holderAccountId: gone.accountId, delegate });
    expect(violations(refused)).toEqual([
      'holderAccountId not_active_staff',
      'delegate.accountId not_active_staff',
    ]);
  });

  it('have names, and delegations that end after they begin', async () => {
    const nameless = await director.http<Problem>('POST', '/positions', { body: { names: { fr: ' ' } } });
    expect(violations(nameless)).toEqual(['names required']);
    const who = await officer();
    const position = await make({ holderAccountId: who.accountId });
    const delegate = { accountId: who.accountId, from: '2026-02-02', until: '2026-02-01' };
    expect(violations(await change<Problem>(position, { delegate }))).toEqual([
      'delegate.until ends_before_it_begins',
      'delegate.accountId delegate_is_holder',
    ]);
  });

  it('stand in a line: a circle is refused, also one that two changes close together', async () => {
    const top = await make({});
    const middle = await make({ superiorId: top.id });
    const low = await make({ superiorId: middle.id });
    for (const superiorId of [low.id, top.id]) {
      expect(violations(await change<Problem>(top, { superiorId }))).toEqual([
        'superiorId circle_of_superiors',
      ]);
    }
    const nowhere = await change<Problem>(top, { superiorId: '0198c0de-0000-7000-8000-000000000000' });
    expect(violations(nowhere)).toEqual(['superiorId unknown_reference']);
    const [left, right] = [await make({}), await make({})];
    const answers = await Promise.all([
      change(left, { superiorId: right.id }),
      change(right, { superiorId: left.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const sql = `UPDATE "position" SET superior_id = $2 WHERE id = $1`;
    await expect(api.dataSource.query(sql, [top.id, low.id])).rejects.toThrow('stands above itself');
  });

  it('are read by all staff, changed by director and admin for the whole country, under their revision', async () => {
    const position = await make({});
    const reader = await officer();
    expect((await reader.http('GET', `/positions/${position.id}`)).status).toBe(200);
    expect((await reader.http('POST', '/positions', { body: { names: { fr: 'x' } } })).status).toBe(403);
    const regional = await signInAs(api, {
      grants: [{ role: 'director', scope: { kind: 'regions', codes: ['MA-04'] } }],
    });
    const headers = { 'if-match': '"1"' };
    const refused = await regional.http<Problem>('PATCH', `/positions/${position.id}`, { body: {}, headers });
    expect(refused.body.code).toBe('outside_scope');
    expect((await change(position, { names: { en: 'Post' } })).body.revision).toBe(2);
    expect((await change(position, { names: { en: 'Office' } })).status).toBe(412);
  });
});
