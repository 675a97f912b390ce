import { DraftStore, type KeptDraft } from '../../logging/draft/draft-store';
import { REPORT_DRAFT, type ReportRecord, type ReportTyped, requestOf } from './report-draft';

const EMPTY: ReportTyped = {
  ...{ asOf: '2026-03-31', value: 40, stage: null, review: null, narrative: null },
  ...{ fallExplanation: null, breakdowns: [], obstacles: [], evidence: [] },
};

/** The server's part: one report, whose every save must name the revision before it. */
class Server {
  revision = 1;
  content = EMPTY;
  away = false;

  record(): ReportRecord {
    return {
      revision: this.revision,
      content: this.content,
    } as unknown as ReportRecord;
  }

  save(revision: number, typed: ReportTyped): Promise<ReportRecord> {
    if (this.away) return Promise.reject(new TypeError('away'));
    if (revision !== this.revision) {
      return Promise.reject(Object.assign(new Error(), { status: 412, code: 'record_stale', title: '' }));
    }
    this.content = { ...this.content, ...(requestOf(typed) as ReportTyped) };
    this.revision += 1;
    return Promise.resolve(this.record());
  }
}

function open(server: Server, kept: KeptDraft<ReportTyped> | null = null) {
  const box = { kept };
  const store = new DraftStore(server.record(), kept, REPORT_DRAFT, {
    save: (revision, typed) => server.save(revision, typed),
    read: () => Promise.resolve(server.record()),
    keep: (one) => void (box.kept = one),
    after: () => () => undefined,
  });
  const type = (change: Partial<ReportTyped>) => store.change((typed) => ({ ...typed, ...change }));
  return { store, box, type };
}

describe('a report that is typed', () => {
  it('is kept while the register is away, and saved after a reload', async () => {
    const server = new Server();
    const first = open(server);
    server.away = true;
    first.type({ value: 52 });
    await first.store.flush();
    expect(first.store.snapshot().saving).toBe('unreachable');
    server.away = false;
    const again = open(server, first.box.kept);
    expect(again.store.snapshot().content.value).toBe(52);
    await again.store.flush();
    expect(server.content.value).toBe(52);
    expect(again.box.kept).toBeNull();
  });

  it('joins what a colleague saved in other fields, and lays the same field side by side', async () => {
    const server = new Server();
    const [one, other] = [open(server), open(server)];
    one.type({ value: 52 });
    await one.store.flush();
    other.type({ narrative: 'A fictional narrative ' });
    await other.store.flush();
    await other.store.flush();
    expect(server.content).toMatchObject({ value: 52, narrative: 'A fictional narrative' });
    one.type({ narrative: 'Another one' });
    await one.store.flush();
    expect(one.store.snapshot().conflict?.conflicts.map(({ path }) => path)).toEqual(['narrative']);
    await one.store.settle(new Map([['narrative', 'theirs']]));
    expect(one.store.snapshot()).toMatchObject({ saving: 'saved', conflict: null });
  });

  it('sends no obstacle before it is written, and blanks as nothing', () => {
    const unwritten = { kind: 'land', text: ' ', commitmentId: null } as const;
    expect(requestOf({ ...EMPTY, narrative: ' ', obstacles: [unwritten] })).toMatchObject({
      ...{ narrative: null, obstacles: [], value: 40 },
    });
  });
});
