import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { EraseAuditedValues, ListCheckpoints, MakeCheckpoint, personal } from '@app/audit';
import { calendarDate } from '@app/kernel';
import { newId } from '@app/platform';
import { main as exportTrail } from '../../../apps/standalone/src/commands/audit-export';
import { main as verifyTrail } from '../../../apps/standalone/src/commands/audit-verify';
import { noteOne, sealAll } from '../../support/trail';
import { type UseCases, startUseCases } from '../../support/use-cases';

const SCRIPT = resolve(__dirname, '../../../apps/standalone/verify-audit.cjs');
const run = promisify(execFile);

let app: UseCases;
let folder: string;
let env: Record<string, string>;
let erasedEntry: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mithaq-proof-'));
  app = await startUseCases({
    modules: [],
    entities: [],
    now: new Date().toISOString(),
    settings: { AUDIT_SIGNING_KEY_FILE: file('key.pem') },
  });
  env = { NODE_ENV: 'test', DATABASE_URL: app.appUrl, DATA_DIR: folder };
  const personId = newId();
  erasedEntry = await noteOne(app, { name: personal('Amina', personId) });
  await noteOne(app, { name: personal('Karim') });
  await app.get(EraseAuditedValues).execute({ aboutIds: [personId], actor: 'system:privacy' });
  await app.get(MakeCheckpoint).execute(calendarDate('2026-11-25'));
  await sealAll(app);
  const page = await app.get(ListCheckpoints).execute({ limit: 10, cursor: null, exactCount: false });
  writeFileSync(file('checkpoints.json'), JSON.stringify(page));
  writeFileSync(file('public.pem'), page.items[0]?.publicKey ?? '');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a command says on its output, and the code that it ends with. */
async function said(command: () => Promise<number>): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  try {
    return { code: await command(), lines };
  } finally {
    log.mockRestore();
  }
}

/** The script in a process of its own, far from the register. */
async function standsAlone(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const ended = await run(process.execPath, [SCRIPT, ...args], { cwd: folder, env: {} }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  );
  return { code: ended.code, lines: ended.text.trim().split('\n') };
}

const PROOF = () => ['--public-key', file('public.pem'), '--checkpoint', file('checkpoints.json')];

describe('npm run audit:verify', () => {
  it('ends with 0 and says how far the sound trail goes, and what was redacted', async () => {
    const { code, lines } = await said(() => verifyTrail(PROOF(), env));
    const entries = await app.db.query<{ id: string; sequence: number }[]>(
      `SELECT e.id, l.sequence FROM audit_entry e JOIN audit_link l ON l.entry_id = e.id WHERE subject_id = $1`,
      [erasedEntry],
    );
    expect(lines).toEqual([
      `redacted ${entries[0]?.sequence} ${entries[0]?.id} /name`,
      '4 entries sealed, 0 unsealed, 1 value redacted',
      expect.stringMatching(/^head 4 [0-9a-f]{64}$/),
      expect.stringMatching(/^newest checkpoint 4 of 2026-11-25, key [0-9a-f]{64}$/),
      'SOUND',
    ]);
    expect(code).toBe(0);
  });

  it('says so when it took the key from the checkpoint itself', async () => {
    const { lines } = await said(() => verifyTrail([], env));
    expect(lines).toContain(
      'the key was taken from the checkpoint itself: --public-key holds it against one you trust',
    );
  });

  it('refuses what it does not know, with its usage', async () => {
    await expect(verifyTrail(['--what'], env)).rejects.toThrow('Usage: npm run audit:verify');
    await expect(verifyTrail(['--checkpoint', file('none.json')], env)).rejects.toThrow('none.json');
  });
});

describe('an export', () => {
  it('is for its owner alone, and is verified without the register', async () => {
    const { code } = await said(() => exportTrail(['--to', file('trail.jsonl')], env));
    expect(code).toBe(0);
    expect(statSync(file('trail.jsonl')).mode & 0o777).toBe(0o600);
    const { code: found, lines } = await standsAlone(file('trail.jsonl'), ...PROOF());
    expect([found, lines.at(-1)]).toEqual([0, 'SOUND']);
    const trail = readFileSync(file('trail.jsonl'), 'utf8');
    expect(trail).not.toContain('PRIVATE');
    // The trail says that it left, and so does the file.
    const noted = trail.split('\n').filter((line) => line.includes('"audit.exported"'));
    expect(noted).toHaveLength(1);
    expect(noted[0]).toContain('"type": "link"');
  });

  it('is never written over another file', async () => {
    writeFileSync(file('there'), 'something');
    await expect(exportTrail(['--to', file('there')], env)).rejects.toThrow('it exists');
    await expect(exportTrail([], env)).rejects.toThrow('Usage: npm run audit:export');
  });

  it.each([
    [
      'was edited',
      (text: string) => text.replace('Karim', 'Karima'),
      /^BROKEN at sequence 2, entry [0-9a-f-]{36}: /,
    ],
    ['lost its last line', (text: string) => text.replace(/\{[^\n]*\}\n$/, ''), /the export is not whole/],
    [
      'lost a link',
      (text: string) => text.replace(/\{[^\n]*"sequence": 3[^\n]*\n/, ''),
      /^BROKEN at sequence 3/,
    ],
    ['is something else', () => 'hello\n', /no JSON/],
  ])('that %s is not sound', async (_what, forge, sentence) => {
    await said(() => exportTrail(['--to', file('good.jsonl')], env));
    writeFileSync(file('forged.jsonl'), forge(readFileSync(file('good.jsonl'), 'utf8')));
    rmSync(file('good.jsonl'));
    const { code, lines } = await standsAlone(file('forged.jsonl'), ...PROOF());
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(sentence);
  });

  it('that is not there ends with another code than one that is broken', async () => {
    await expect(standsAlone(file('nowhere.jsonl'))).resolves.toMatchObject({ code: 2 });
    await expect(standsAlone()).resolves.toMatchObject({ code: 2 });
  });
});
