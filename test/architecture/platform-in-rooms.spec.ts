import { resolve } from 'node:path';
import { partsOfPlatform, strangersByFile, strangersIn } from './platform-in-rooms';

const LIBS = resolve(__dirname, '../../libs');
const parts = partsOfPlatform(LIBS);

describe('of platform', () => {
  it.each([
    ['persistence', 'PublicRoute'],
    ['persistence', 'Mailer'],
    ['persistence', 'Outbox'],
    ['persistence', 'JobQueue'],
    ['http', 'Transactions'],
    ['http', 'Mailer'],
    ['http', 'Outbox'],
    ['http', 'JobQueue'],
    ['jobs', 'PublicRoute'],
    ['jobs', 'Mailer'],
  ])('%s/ is refused %s', (room, name) => {
    expect(strangersIn(room, `import { newId, ${name} } from '@app/platform';`, parts)).toContain(name);
  });

  it.each([
    ['persistence', 'readPage'],
    ['use-cases', 'Transactions'],
    ['http', 'PublicRoute'],
    ['jobs', 'JobQueue'],
  ])('%s/ may use %s', (room, name) => {
    expect(parts.has(name)).toBe(true);
    expect(strangersIn(room, `import { ${name} } from '@app/platform';`, parts)).toEqual([]);
  });

  it('every room sees its own part', () => {
    expect(strangersByFile(LIBS)).toEqual({});
  });
});
