import { VIEWED_LISTS } from '../../../libs/identity/src/domain/saved-view';
import { EraseAccount, ExportAccount } from '@app/identity';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import { actionsAbout } from '../../support/credentials';

interface View {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly query: string;
  readonly columns: readonly string[];
  readonly isDefault: boolean;
}

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

interface Described {
  readonly paths: Record<
    string,
    { readonly get?: { readonly parameters: readonly { readonly name: string; readonly in: string }[] } }
  >;
}

describe('own views of lists', () => {
  let api: TestApi;
  let person: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi();
  });
  beforeEach(async () => {
    person = await signInAs(api, { grants: [countryWide('officer')] });
  });
  afterAll(() => api.close());

  const add = (change: object = {}, who = person) =>
    who.http<View & Problem>('POST', '/me/views', {
      body: {
        list: 'agreements',
        name: 'Signed in Rabat',
        query: 'region=MA-04&legalState=signed',
        ...change,
      },
    });
  const list = async (who = person, query = '') =>
    (await who.http<{ items: View[] }>('GET', `/me/views${query}`)).body.items;

  it('know the filters of each list as the interface describes it', async () => {
    const { body } = await api.http<Described>('GET', '/openapi.json');
    for (const [name, known] of Object.entries(VIEWED_LISTS)) {
      const parameters = body.paths[`/api/v1/${name}`]?.get?.parameters ?? [];
      const filters = parameters
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => parameter.name)
        .filter((parameter) => !['limit', 'cursor', 'count'].includes(parameter));
      expect([name, ...filters.sort()]).toEqual([name, ...[...known].sort()]);
    }
  });

  it('are kept, renamed, written over and taken away by their account alone', async () => {
    const made = await add({ columns: ['reference', 'title'] });
    expect([made.status, made.body]).toMatchObject([
      201,
      { list: 'agreements', name: 'Signed in Rabat', columns: ['reference', 'title'], isDefault: false },
    ]);
    const other = await signInAs(api, { grants: [countryWide('officer')] });
    expect(await list(other)).toEqual([]);
    const change = { name: 'Signed', query: '?sort=-title&q=a%20b' };
    const path = `/me/views/${made.body.id}`;
    expect((await other.http('PUT', path, { body: change })).status).toBe(404);
    expect((await other.http('DELETE', path)).status).toBe(404);
    expect((await person.http('PUT', path, { body: change })).status).toBe(200);
    expect(await list()).toMatchObject([{ name: 'Signed', query: 'sort=-title&q=a+b', columns: [] }]);
    expect((await person.http('DELETE', path)).status).toBe(204);
    expect((await person.http('DELETE', path)).status).toBe(404);
    expect(await actionsAbout(api, made.body.id)).toEqual([
      'saved_view.saved',
      'saved_view.changed',
      'saved_view.removed',
    ]);
  });

  it('stand in the order in which their account puts them, one of a list first', async () => {
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.push((await add({ name, isDefault: true })).body.id);
    const persons = await add({ list: 'persons', name: 'a', query: 'q=x', isDefault: true });
    expect((await list()).map(({ isDefault }) => isDefault)).toEqual([false, false, true, true]);
    const wanted = [...ids].reverse();
    const order = (given: string[]) =>
      person.http<{ items: View[] } & Problem>('PUT', '/me/views/order', {
        body: { list: 'agreements', ids: given },
      });
    expect((await order(wanted)).body.items.map(({ id }) => id)).toEqual(wanted);
    expect((await list(person, '?list=agreements')).map(({ id }) => id)).toEqual(wanted);
    for (const others of [wanted.slice(1), [...wanted.slice(1), persons.body.id]]) {
      expect((await order(others)).body.errors).toMatchObject([{ field: 'ids', code: 'views_are_others' }]);
    }
  });

  it.each([
    [{ list: 'secrets' }, 400, 'list', 'not_a_choice'],
    [{ name: '' }, 400, 'name', 'too_short'],
    [{ name: 'x'.repeat(81) }, 400, 'name', 'too_long'],
    [{ query: 'x'.repeat(1001) }, 400, 'query', 'too_long'],
    [{ query: 'colour=red' }, 422, 'query', 'unknown_filter'],
    [{ query: 'cursor=abc' }, 422, 'query', 'unknown_filter'],
    [{ query: 'q=a&q=b' }, 422, 'query', 'filter_said_twice'],
    [{ columns: Array.from({ length: 41 }, (_, n) => `c${n}`) }, 400, 'columns', 'too_many'],
  ])('refuse %j', async (change, status, field, code) => {
    const answer = await add(change);
    expect([answer.status, answer.body.errors]).toMatchObject([status, [{ field, code }]]);
  });

  it('have a name of their own in their list, and an end to their number', async () => {
    await add();
    expect((await add({ name: 'SIGNED in rabat' })).body.errors).toMatchObject([
      { field: 'name', code: 'view_name_taken' },
    ]);
    expect((await add({ list: 'commitments', query: 'status=due_soon' })).status).toBe(201);
    for (let n = 2; n < 50; n += 1) expect((await add({ name: `view ${n}` })).status).toBe(201);
    const last = await add({ name: 'one more' });
    expect([last.status, last.body.code]).toEqual([409, 'too_many_views']);
  });

  it('are of the house and of investors alike, who see their own', async () => {
    const { body } = await person.http<{ id: string }>('POST', '/organisations', {
      body: { names: { en: 'A company' }, kind: 'company' },
    });
    const investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId: body.id } }],
    });
    await add();
    expect((await add({ name: 'Ours', query: '' }, investor)).status).toBe(201);
    expect((await list(investor)).map(({ name }) => name)).toEqual(['Ours']);
  });

  it('are handed over and erased with their account', async () => {
    await add();
    const exported = await api.app.get(ExportAccount).execute(person.accountId);
    expect(exported.views).toMatchObject([{ list: 'agreements', name: 'Signed in Rabat' }]);
    await api.app.get(EraseAccount).execute(person.accountId, null, 'system:test');
    const left = await api.dataSource.query<object[]>('SELECT FROM saved_view WHERE account_id = $1', [
      person.accountId,
    ]);
    expect(left).toEqual([]);
  });
});
