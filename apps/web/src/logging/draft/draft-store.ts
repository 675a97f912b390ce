import { isProblem, isUnreachable, problemOf } from '../../api/problem';
import { type Choices, type Conflict, sameValue } from './merge';

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

/** A record that counts its revisions. */
export interface Revised {
  readonly revision: number;
}

export interface DraftConflict<Theirs> {
  readonly revision: number;
  readonly theirs: Theirs;
  readonly conflicts: readonly Conflict[];
}

/** What was typed and was not understood, by the path of its field. */
export type Unread = Readonly<Record<string, string>>;

export interface DraftState<Record, Content, Theirs> {
  readonly record: Record;
  /** As the server has it, in the words that were typed. */
  readonly saved: Content;
  readonly content: Content;
  readonly unread: Unread;
  readonly saving: Saving;
  readonly error: unknown;
  readonly conflict: DraftConflict<Theirs> | null;
  /** Somebody else's changes came in beside one's own. */
  readonly joined: boolean;
}

/** What stays in the browser until it is on the server. */
export interface KeptDraft<Content> {
  readonly revision: number;
  readonly saved: Content;
  readonly content: Content;
  readonly unread: Unread;
}

/** What kind of draft it is: `Theirs` is the part of what is typed that two people may change at once. */
export interface DraftShape<Record extends Revised, Content, Theirs> {
  readonly contentOf: (record: Record) => Content;
  readonly theirsOf: (record: Record) => Theirs;
  /** What the server made of what was sent, in the words that were typed. */
  readonly adopt: (sent: Content, record: Record) => Content;
  /** What was typed while `sent` was on its way, on what the server made of that. */
  readonly rebase: (typed: Content, sent: Content, record: Record) => Content;
  readonly merge: (
    saved: Content,
    theirs: Theirs,
    yours: Content,
    choices?: Choices,
  ) => { readonly content: Content; readonly conflicts: readonly Conflict[] };
  readonly withTheirs: (content: Content, theirs: Theirs) => Content;
  /** What somebody else saved meanwhile, where the refusal brings it along. */
  readonly theirsIn: (error: unknown) => { readonly revision: number; readonly theirs: Theirs } | null;
  /** The refusal of a draft that nobody writes any more. */
  readonly closedCode: string;
}

/** What the store needs of its surroundings. */
export interface DraftSurroundings<Record, Content> {
  readonly save: (revision: number, content: Content) => Promise<Record>;
  readonly read: () => Promise<Record>;
  readonly keep: (kept: KeptDraft<Content> | null) => void;
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

/** A pause in typing after which it is saved, and between attempts to reach a server that is away. */
const PAUSE = 1_200;
const RETRY = 10_000;

/**
 * One draft as it is typed: one save at a time, each naming the revision of the one before. Nothing that was typed is
 * thrown away: it stays in the browser until the server has it, and two people's changes are joined or laid side by side.
 */
export class DraftStore<Record extends Revised, Content, Theirs> {
  private state: DraftState<Record, Content, Theirs>;
  private readonly listeners = new Set<() => void>();
  private cancelTimer: (() => void) | null = null;
  private running: Promise<void> | null = null;

  constructor(
    record: Record,
    kept: KeptDraft<Content> | null,
    private readonly shape: DraftShape<Record, Content, Theirs>,
    private readonly around: DraftSurroundings<Record, Content>,
  ) {
    const content = shape.contentOf(record);
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

  readonly snapshot = (): DraftState<Record, Content, Theirs> => this.state;

  /** Changes what is typed; `unread` replaces what was not understood in the fields that it names. */
  change(
    edit: (content: Content) => Content,
    unread: { readonly [path: string]: string | undefined } = {},
  ): void {
    const content = edit(this.state.content);
    const all: { readonly [path: string]: string | undefined } = { ...this.state.unread, ...unread };
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
      const content = this.isBehind() ? this.state.content : this.shape.contentOf(record);
      this.set({ record, content, saved: this.isBehind() ? this.state.saved : content });
    } else this.join(record.revision, this.shape.theirsOf(record));
  }

  /** Ends a conflict by the choices that were made, and saves what comes of it. */
  async settle(choices: Choices): Promise<void> {
    const { conflict, content, saved } = this.state;
    if (!conflict) return;
    const { merge, withTheirs } = this.shape;
    const joined = merge(saved, conflict.theirs, content, choices).content;
    const known = withTheirs(saved, conflict.theirs);
    this.set({
      ...{ conflict: null, saving: sameValue(joined, known) ? 'saved' : 'typed', error: null },
      ...{ content: joined, saved: known },
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

  private restore({ revision, saved, content, unread }: KeptDraft<Content>): void {
    const { record } = this.state;
    if (revision === record.revision) {
      this.set({ content, unread, saving: sameValue(content, this.state.saved) ? 'saved' : 'typed' });
    } else {
      this.set({ content: { ...content }, saved, unread, saving: 'typed' });
      this.join(record.revision, this.shape.theirsOf(record));
    }
    if (this.isBehind()) this.schedule(PAUSE);
    else this.keep();
  }

  private async save(): Promise<void> {
    const sent = this.state.content;
    const { revision } = this.state.record;
    this.set({ saving: 'saving', error: null });
    try {
      const record = await this.around.save(revision, sent);
      this.taken(sent, record);
    } catch (error) {
      await this.failed(error);
    }
  }

  private taken(sent: Content, record: Record): void {
    const saved = this.shape.adopt(sent, record);
    const typed = this.state.content;
    // What was typed while it was on its way stays.
    const content = typed === sent ? saved : this.shape.rebase(typed, sent, record);
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

  private async failed(error: unknown): Promise<void> {
    const problem = problemOf(error);
    const theirs = this.shape.theirsIn(error);
    if (theirs) {
      this.join(theirs.revision, theirs.theirs);
      if (!this.state.conflict) this.schedule(0);
      return;
    }
    if (problem?.status === 412) {
      await this.joinAgain();
      return;
    }
    if (isUnreachable(error) || (problem !== null && (problem.status >= 500 || problem.status === 429))) {
      this.set({ saving: 'unreachable', error });
      this.schedule(RETRY);
      return;
    }
    const isClosed = problem?.status === 404 || isProblem(error, this.shape.closedCode);
    this.set({ saving: isClosed ? 'closed' : 'refused', error });
  }

  /** Somebody else saved meanwhile, and the refusal does not say what: it is read. */
  private async joinAgain(): Promise<void> {
    try {
      const record = await this.around.read();
      this.join(record.revision, this.shape.theirsOf(record));
      if (!this.state.conflict) this.schedule(0);
    } catch (error) {
      this.set({ saving: 'unreachable', error });
      this.schedule(RETRY);
    }
  }

  /** Joins what somebody else saved with what was typed here, or lays both side by side. */
  private join(revision: number, theirs: Theirs): void {
    const { saved, content, record } = this.state;
    const { content: joined, conflicts } = this.shape.merge(saved, theirs, content);
    if (conflicts.length > 0) {
      this.set({ saving: 'conflict', conflict: { revision, theirs, conflicts } });
      return;
    }
    const known = this.shape.withTheirs(saved, theirs);
    this.set({
      ...{ content: joined, saved: known, record: { ...record, revision } },
      ...{ saving: sameValue(joined, known) ? 'saved' : 'typed', joined: true, conflict: null },
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

  private set(change: Partial<DraftState<Record, Content, Theirs>>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
