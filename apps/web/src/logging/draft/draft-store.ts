import { isProblem, isUnreachable, problemOf } from '../../api/problem';
import type { DraftContent, DraftDocument } from './document';
import { type Choices, type Conflict, adopt, idsSent, mergeDocuments, sameValue, withIds } from './merge';
import { type DraftRecord, contentOf, documentOf, requestOf } from './request';

/** How it stands with what was typed. */
export type Saving =
  /** Everything is on the server. */
  | 'saved'
  /** Something was typed since. */
  | 'typed'
  | 'saving'
  /** The server was not reached; it is tried again by itself. */
  | 'unreachable'
  /** The server found something wrong; it is tried again after the next change. */
  | 'refused'
  /** Somebody else changed the same fields. */
  | 'conflict'
  /** The draft was submitted, withdrawn or decided meanwhile: nothing can be saved any more. */
  | 'closed';

export interface DraftConflict {
  readonly revision: number;
  readonly theirs: DraftDocument;
  readonly conflicts: readonly Conflict[];
}

/** What was typed and was not understood, by the path of its field. */
export type Unread = Readonly<Record<string, string>>;

export interface DraftState {
  readonly record: DraftRecord;
  /** As the server has it, in the words that were typed. */
  readonly saved: DraftContent;
  readonly content: DraftContent;
  readonly unread: Unread;
  readonly saving: Saving;
  readonly error: unknown;
  readonly conflict: DraftConflict | null;
  /** Somebody else's changes came in beside one's own. */
  readonly joined: boolean;
}

/** What stays in the browser until it is on the server. */
export interface KeptDraft {
  readonly revision: number;
  readonly saved: DraftContent;
  readonly content: DraftContent;
  readonly unread: Unread;
}

/** What the store needs of its surroundings. */
export interface DraftSurroundings {
  readonly save: (revision: number, request: ReturnType<typeof requestOf>) => Promise<DraftRecord>;
  readonly read: () => Promise<DraftRecord>;
  readonly keep: (kept: KeptDraft | null) => void;
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

/** A pause in typing after which it is saved, and between attempts to reach a server that is away. */
const PAUSE = 1_200;
const RETRY = 10_000;

/**
 * One draft as it is typed: one save at a time, each naming the revision of the one before. Nothing that was typed is
 * thrown away: it stays in the browser until the server has it, and two people's changes are joined or laid side by side.
 */
export class DraftStore {
  private state: DraftState;
  private readonly listeners = new Set<() => void>();
  private cancelTimer: (() => void) | null = null;
  private running: Promise<void> | null = null;

  constructor(
    record: DraftRecord,
    kept: KeptDraft | null,
    private readonly around: DraftSurroundings,
  ) {
    const content = contentOf(record);
    this.state = {
      record,
      ...{ saved: content, content, unread: kept?.unread ?? {} },
      ...{ saving: 'saved', error: null, conflict: null, joined: false },
    };
    if (kept) this.restore(kept);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DraftState => this.state;

  /** Changes what is typed; `unread` replaces what was not understood in the fields that it names. */
  change(
    edit: (content: DraftContent) => DraftContent,
    unread: Readonly<Record<string, string | undefined>> = {},
  ): void {
    const content = edit(this.state.content);
    const all: Record<string, string | undefined> = { ...this.state.unread, ...unread };
    const remaining = Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const { saving } = this.state;
    this.set({
      content,
      unread: remaining,
      saving: saving === 'saving' || saving === 'conflict' || saving === 'closed' ? saving : 'typed',
    });
    this.keep();
    this.schedule(PAUSE);
  }

  /** A part is gone: what was not understood in it or beside it is asked anew. */
  forgetUnread(prefix: string): void {
    this.set({
      unread: Object.fromEntries(
        Object.entries(this.state.unread).filter(([path]) => !path.startsWith(prefix)),
      ),
    });
    this.keep();
  }

  /** Saves what is not saved yet, and waits for it. */
  async flush(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = null;
    if (this.running) await this.running;
    if (!this.isBehind() || this.isStopped()) return;
    this.running = this.save().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  /** Reads the draft again, as after a file was added; what was typed stays. */
  async refresh(): Promise<void> {
    await this.flush();
    const record = await this.around.read();
    if (record.revision === this.state.record.revision || !this.isBehind()) {
      const content = this.isBehind() ? this.state.content : contentOf(record);
      this.set({ record, content, saved: this.isBehind() ? this.state.saved : content });
    } else this.join(record.revision, documentOf(record.document));
  }

  /** Ends a conflict by the choices that were made, and saves what comes of it. */
  async settle(choices: Choices): Promise<void> {
    const { conflict, content, saved } = this.state;
    if (!conflict) return;
    const { document } = mergeDocuments(saved.document, conflict.theirs, content.document, choices);
    this.set({
      ...{ conflict: null, saving: sameValue(document, conflict.theirs) ? 'saved' : 'typed', error: null },
      content: { ...content, document },
      saved: { ...saved, document: conflict.theirs },
      record: { ...this.state.record, revision: conflict.revision },
    });
    this.keep();
    await this.flush();
  }

  /** The draft is no more: nothing is saved or kept from here on. */
  close(): void {
    this.stop();
    const { content } = this.state;
    this.set({ saved: content, unread: {}, saving: 'closed' });
    this.around.keep(null);
  }

  /** Takes the timers away; what is not saved stays kept in the browser. */
  stop(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
  }

  private restore({ revision, saved, content, unread }: KeptDraft): void {
    const { record } = this.state;
    if (revision === record.revision) {
      this.set({ content, unread, saving: sameValue(content, this.state.saved) ? 'saved' : 'typed' });
    } else {
      this.set({ content: { ...content }, saved, unread, saving: 'typed' });
      this.join(record.revision, documentOf(record.document));
    }
    if (this.isBehind()) this.schedule(PAUSE);
    else this.keep();
  }

  private async save(): Promise<void> {
    const sent = this.state.content;
    const { revision } = this.state.record;
    this.set({ saving: 'saving', error: null });
    try {
      const record = await this.around.save(revision, requestOf(sent));
      this.taken(sent, record);
    } catch (error) {
      this.failed(error);
    }
  }

  private taken(sent: DraftContent, record: DraftRecord): void {
    const received = contentOf(record);
    const saved = adopt(sent, received);
    const typed = this.state.content;
    const ids = idsSent(sent, received);
    // What was typed while it was on its way stays, under the ids that the server gave.
    const content =
      typed === sent
        ? saved
        : {
            ...withIds(typed, ids),
            document: mergeDocuments(
              withIds(sent, ids).document,
              saved.document,
              withIds(typed, ids).document,
            ).document,
          };
    this.set({
      record,
      saved,
      content,
      saving: sameValue(content, saved) ? 'saved' : 'typed',
      joined: false,
    });
    this.keep();
    if (this.isBehind()) this.schedule(PAUSE);
  }

  private failed(error: unknown): void {
    const problem = problemOf(error);
    if (isProblem(error, 'draft_conflict')) {
      const { revision, theirs } = error as { revision: number; theirs: DraftRecord['document'] };
      this.join(revision, documentOf(theirs));
      if (!this.state.conflict) this.schedule(0);
      return;
    }
    if (isUnreachable(error) || (problem !== null && (problem.status >= 500 || problem.status === 429))) {
      this.set({ saving: 'unreachable', error });
      this.schedule(RETRY);
      return;
    }
    const isClosed = problem?.status === 404 || isProblem(error, 'draft_is_under_review');
    this.set({ saving: isClosed ? 'closed' : 'refused', error });
  }

  /** Joins what somebody else saved with what was typed here, or lays both side by side. */
  private join(revision: number, theirs: DraftDocument): void {
    const { saved, content, record } = this.state;
    const { document, conflicts } = mergeDocuments(saved.document, theirs, content.document);
    if (conflicts.length > 0) {
      this.set({ saving: 'conflict', conflict: { revision, theirs, conflicts } });
      return;
    }
    this.set({
      content: { ...content, document },
      saved: { ...saved, document: theirs },
      record: { ...record, revision },
      ...{ saving: sameValue(document, theirs) ? 'saved' : 'typed', joined: true, conflict: null },
    });
  }

  private isBehind(): boolean {
    return !sameValue(this.state.content, this.state.saved);
  }

  private isStopped(): boolean {
    return this.state.saving === 'conflict' || this.state.saving === 'closed';
  }

  private schedule(milliseconds: number): void {
    this.cancelTimer?.();
    if (this.isStopped()) return;
    this.cancelTimer = this.around.after(milliseconds, () => void this.flush());
  }

  private keep(): void {
    const { record, saved, content, unread } = this.state;
    const isKept = this.isBehind() || Object.keys(unread).length > 0;
    this.around.keep(isKept ? { revision: record.revision, saved, content, unread } : null);
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
