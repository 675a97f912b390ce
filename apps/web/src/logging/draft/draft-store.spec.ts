import fc from 'fast-check';
import { type DraftContent, type DraftDocument, emptyCommitment, emptyParty, idsOf } from './document';
import { AGREEMENT_DRAFT, type KeptAgreementDraft } from './agreement-draft';
import { DraftStore } from './draft-store';
import { withValueAt } from './paths';
import { type DraftRecord, type SaveRequest, contentOf, documentOf, requestOf } from './request';

/** The server's part of a draft: ids of its own, revisions, conflicts. */
class Server {
  revision = 1;
  document: SaveRequest = documentOf({}) as unknown as SaveRequest;
  readonly received: SaveRequest[] = [];
  away = false;
  private ids = 0;

  record(): DraftRecord {
    return {
      ...{ id: 'a', revision: this.revision, n: 1, kind: 'first', state: 'draft', baseVersion: null },
      ...{ reason: null, amendment: null, document: this.document, changes: [], steps: [] },
      people: { draftedBy: [], submittedBy: null, verifiedBy: null, approvedBy: null, overriddenBy: null },
      ...{ completeness: { score: 0, looked: 1, gaps: [] }, savedAt: '', allowedActions: [] },
    };
  }

  save(revision: number, request: SaveRequest): Promise<DraftRecord> {
    if (this.away) return Promise.reject(new TypeError('away'));
    if (revision !== this.revision) {
      return Promise.reject(
        Object.assign(new Error(), {
          ...{
            status: 409,
            code: 'draft_conflict',
            title: '',
            revision: this.revision,
            theirs: this.document,
          },
        }),
      );
    }
    this.received.push(request);
    this.document = JSON.parse(JSON.stringify(request), (_, value: unknown) =>
      typeof value === 'string' && value.startsWith('part:') ? this.idOf(value) : value,
    ) as SaveRequest;
    this.revision += 1;
    return Promise.resolve(this.record());
  }

  private readonly given = new Map<string, string>();
  private idOf(local: string): string {
    const key = `${this.revision} ${local}`;
    const id = this.given.get(key) ?? `id-${(this.ids += 1)}`;
    this.given.set(key, id);
    return id;
  }
}

function open(server: Server, kept: KeptAgreementDraft | null = null) {
  const box: { kept: KeptAgreementDraft | null } = { kept };
  const store = new DraftStore(server.record(), kept, AGREEMENT_DRAFT, {
    save: (revision, content) => server.save(revision, requestOf(content)),
    read: () => Promise.resolve(server.record()),
    keep: (one) => void (box.kept = one),
    after: () => () => undefined,
  });
  return { store, box };
}

const note = (text: string) => (content: DraftContent) => withValueAt(content, 'note', text);
const edit = (change: (document: DraftDocument) => DraftDocument) => (content: DraftContent) => ({
  ...content,
  document: change(content.document),
});

describe('a draft that is saved as one goes', () => {
  it('names the revision of the save before, and keeps nothing once it is saved', async () => {
    const server = new Server();
    const { store, box } = open(server);
    store.change(note('one'));
    expect(box.kept?.content.document.note).toBe('one');
    await store.flush();
    store.change(note('two'));
    await store.flush();
    expect(server.received.map((one) => one.note)).toEqual(['one', 'two']);
    expect(store.snapshot().saving).toBe('saved');
    expect(box.kept).toBeNull();
  });

  it('takes the ids that the server gives, also for what was typed meanwhile', async () => {
    const server = new Server();
    const { store } = open(server);
    store.change(edit((document) => ({ ...document, parties: [emptyParty('part:new-1')] })));
    const saving = store.flush();
    store.change(
      edit((document) => ({
        ...document,
        commitments: [{ ...emptyCommitment('part:new-2'), obligorPartyId: 'part:new-1' }],
      })),
    );
    await saving;
    const { document } = store.snapshot().content;
    expect(document.parties[0]?.id).toBe('id-1');
    expect(document.commitments[0]?.obligorPartyId).toBe('id-1');
    await store.flush();
    expect(store.snapshot().content.document.commitments[0]).toMatchObject({
      id: 'id-2',
      obligorPartyId: 'id-1',
    });
  });

  it('leaves a space that was typed at the end of a word', async () => {
    const { store } = open(new Server());
    store.change(note('two '));
    await store.flush();
    expect(store.snapshot().content.document.note).toBe('two ');
    expect(store.snapshot().saving).toBe('saved');
  });

  it('keeps what it cannot save, and saves it after a reload', async () => {
    const server = new Server();
    const { store, box } = open(server);
    server.away = true;
    store.change(note('kept'), { 'signing.date': '31/02' });
    await store.flush();
    expect(store.snapshot().saving).toBe('unreachable');
    server.away = false;
    const again = open(server, box.kept).store;
    expect(again.snapshot().unread).toEqual({ 'signing.date': '31/02' });
    await again.flush();
    expect(server.document.note).toBe('kept');
  });

  it('joins what others changed elsewhere, and lays the same fields side by side', async () => {
    const server = new Server();
    const { store } = open(server);
    await server.save(1, { ...server.document, sectorStated: 'theirs' });
    store.change(note('mine'));
    await store.flush();
    expect(store.snapshot()).toMatchObject({ joined: true, conflict: null });
    await store.flush();
    expect(server.document).toMatchObject({ note: 'mine', sectorStated: 'theirs' });

    await server.save(server.revision, { ...server.document, note: 'theirs' });
    store.change(note('mine again'));
    await store.flush();
    expect(store.snapshot().conflict?.conflicts).toMatchObject([
      { path: 'note', theirs: 'theirs', yours: 'mine again' },
    ]);
    await store.settle(new Map([['note', 'theirs']]));
    expect(server.document.note).toBe('theirs');
    expect(store.snapshot().saving).toBe('saved');
  });

  it('loses no field of either, whatever two people do in whatever order', async () => {
    const field = fc.constantFrom('note', 'sectorStated', 'publishedReference', 'signing.place');
    const step = fc.record({ mine: fc.boolean(), field, saves: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const server = new Server();
        const { store } = open(server);
        const last = new Map<string, Set<string>>();
        for (const [at, { mine, field: path, saves }] of steps.entries()) {
          const value = `${mine ? 'mine' : 'theirs'} ${at}`;
          last.set(path, new Set([...(last.get(path) ?? []), value]));
          if (mine) store.change((content) => withValueAt(content, path, value));
          else {
            const content = withValueAt(contentOf(server.record()), path, value);
            await server.save(server.revision, content.document as unknown as SaveRequest);
          }
          if (saves) await store.flush();
        }
        for (let tries = 0; tries < 4; tries += 1) {
          await store.flush();
          await store.settle(new Map());
        }
        const content = contentOf(server.record());
        for (const [path, values] of last) {
          const value =
            path === 'signing.place' ? content.document.signing.place : content.document[path as 'note'];
          expect(values).toContain(value);
        }
        expect(store.snapshot().saving).toBe('saved');
        expect(new Set(idsOf(content.document)).size).toBe(idsOf(content.document).length);
      }),
    );
  });
});
