import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AGREEMENTS_WORKFLOWS } from '@app/agreements';
import { DELIVERY_WORKFLOWS } from '@app/delivery';
import openapi from '../../openapi.json';

const ROOT = join(__dirname, '../..');
const SOURCE = join(ROOT, 'apps/web/src');

interface Sentences {
  readonly [key: string]: string | Sentences;
}

/** Orders, choices of a view and what a machine reads: values that no page says. */
const NEVER_IN_WORDS: Readonly<Record<string, string>> = {
  'parameter count': 'how a list is asked',
  'parameter sort': 'how a list is asked; headings of tables say it',
  'parameter order': 'how a list is asked',
  'parameter reach': 'how a list is asked',
  'agreements, commitments, deadlines, organisations, persons': 'a saved view stands above its list',
  'status, kind, level, sector, region, deadlineYear': 'names of fields, said by the field',
  'country, kind, ice, names.ar, names.fr, names.en': 'names of fields, said by the field',
  ok: 'for machines',
  'mail, page': 'decides what a link is',
  'sum, accepted, commitments, agreements_of_commitments, agreements': 'the definition of the figure says it',
  'ToldAlertResponse.rule': 'the letters say it; no page does',
  'ReplyNoticeResponse.mailState': 'decides what the page says of the mail',
  'sector, several_sectors, not_stated': 'decides where the name of the group comes from',
  'count, bytes, seconds, share, instant, day, text': 'decides how a figure is written',
  'method, plan': 'decides where a series is offered; its own name is said',
  'published_change, two_observations': 'decides which sentence tells the pace',
  'staff, investor': 'the roles of an account say it',
  'open, decided': 'the decision that is shown, or its absence, says it',
  'gone, kept': 'the value that is chosen stands there itself',
  'unknown, person, account': 'the subject that is shown says it',
  'agreements, promises': 'decides where a link leads',
  'none, milestones, straight_assumption': 'decides whether a line is drawn, and how its assumption is said',
  'decision, decision_withdrawn, change_asked, change_closed, report, notice, reply':
    'each has a sentence of its own in the time line',
};

/** Values that the server says in words itself, beside the code. */
const SAID_BY_THE_SERVER: Readonly<Record<string, string>> = {
  'parameter query': 'the sentence of the search for impossible data',
  'TokenRequest.permissions': 'the sentence of the permission',
  'same_ice, same_name, similar_name': 'why two records may be one',
  'nothing_to_reach, not_enough_reports, reached, never_at_this_pace, range': 'the sentence of the forecast',
  'standstill, falling, too_slow': 'the sentence of the forecast',
  'database, migrations, queue, outbox, planner, workers, api, mail, sealing, files, time_zone':
    'the name of a part of the system',
};

type Steps = Readonly<Partial<Record<string, { readonly event: string }>>>;

interface Named {
  readonly place: string;
  readonly values: readonly string[];
}

/** Every list of values in the description of the API, by the property or the parameter that takes it. */
function namedValues(description: unknown): Named[] {
  const found: Named[] = [];
  const look = (node: unknown, place: string): void => {
    if (Array.isArray(node)) for (const one of node) look(one, place);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { enum: values, in: isParameter, name } = node as Record<string, unknown>;
    if (Array.isArray(values))
      found.push({ place, values: values.filter((value): value is string => typeof value === 'string') });
    const own = typeof isParameter === 'string' && typeof name === 'string' ? `parameter ${name}` : null;
    for (const [key, inner] of Object.entries(node)) {
      if (key === 'enum') continue;
      if (key === 'properties' && typeof inner === 'object' && inner !== null)
        for (const [property, schema] of Object.entries(inner)) look(schema, `${place}.${property}`);
      else look(inner, own ?? (place === 'schemas' ? key : key === 'schemas' ? 'schemas' : place));
    }
  };
  look(description, '');
  return found;
}

/** The codes that have words, list by list: every part of every catalogue that holds sentences. */
function listsOfWords(): ReadonlySet<string>[] {
  const lists: ReadonlySet<string>[] = [];
  const gather = (sentences: Sentences): void => {
    lists.push(new Set(Object.keys(sentences).map((key) => key.replace(/_(one|other)$/, ''))));
    for (const inner of Object.values(sentences)) if (typeof inner !== 'string') gather(inner);
  };
  for (const area of readdirSync(SOURCE)) {
    const path = join(SOURCE, area, 'i18n/en.json');
    try {
      gather(JSON.parse(readFileSync(path, 'utf8')) as Sentences);
    } catch (error) {
      if (
        (error as NodeJS.ErrnoException).code !== 'ENOENT' &&
        (error as NodeJS.ErrnoException).code !== 'ENOTDIR'
      )
        throw error;
    }
  }
  return lists;
}

function withoutWords(named: readonly Named[], lists: readonly ReadonlySet<string>[]): string[] {
  return named
    .filter(({ values }) => !lists.some((list) => values.every((value) => list.has(value))))
    .map(({ place, values }) => `${place}: ${values.join(', ')}`);
}

describe('the words of the pages', () => {
  it('are there for every value that the API names', () => {
    const named = namedValues(openapi);
    expect(named.length).toBeGreaterThan(150);
    const exempt = { ...NEVER_IN_WORDS, ...SAID_BY_THE_SERVER };
    const faults = withoutWords(
      named.filter(({ place, values }) => !(place in exempt) && !(values.join(', ') in exempt)),
      listsOfWords(),
    );
    expect([...new Set(faults)]).toEqual([]);
    // An exemption for what the API no longer names would hide the next value of that name.
    const known = new Set(named.flatMap(({ place, values }) => [place, values.join(', ')]));
    expect(Object.keys(exempt).filter((one) => !known.has(one))).toEqual([]);
  });

  it('would be missed where one value has none', () => {
    const description = {
      components: { schemas: { Door: { properties: { state: { enum: ['open', 'ajar'] } } } } },
    };
    expect(withoutWords(namedValues(description), [new Set(['open', 'shut'])])).toEqual([
      'Door.state: open, ajar',
    ]);
    expect(withoutWords(namedValues(description), [new Set(['open', 'shut', 'ajar'])])).toEqual([]);
  });

  it('are there for everything that is done to an agreement', () => {
    const { history } = JSON.parse(readFileSync(join(SOURCE, 'agreements/i18n/en.json'), 'utf8')) as {
      history: { action: Readonly<Record<string, string>> };
    };
    const noted = readdirSync(join(ROOT, 'libs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .flatMap((name) => [
        ...readFileSync(join(ROOT, 'libs', name), 'utf8').matchAll(
          /'([a-z_]+\.[a-z_]+)',\s*'agreement',?\s*\)/g,
        ),
      ])
      .map(([, action = '']) => action);
    const stepped = [...AGREEMENTS_WORKFLOWS, ...DELIVERY_WORKFLOWS].flatMap(({ workflow: { states } }) =>
      Object.values(states as Readonly<Record<string, Steps>>).flatMap((steps) =>
        Object.values(steps).flatMap((step) => (step ? [step.event] : [])),
      ),
    );
    const actions = new Set([...noted, ...stepped]);
    expect(actions.size).toBeGreaterThan(40);
    expect([...actions].filter((action) => !history.action[action.replace('.', '_')]).sort()).toEqual([]);
  });
});
