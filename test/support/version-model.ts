/**
 * The life of a version as WORKFLOWS tells it, written down a second time and in another way than the program: what
 * each person may do next, from nothing but what was done before.
 */
export interface Person {
  readonly name: string;
  readonly roles: readonly string[];
}

export type Step =
  | { readonly kind: 'open'; readonly draft: 'clerical' | 'completion' }
  | { readonly kind: 'save' }
  | { readonly kind: 'submit' | 'verify' | 'approve' | 'return' | 'withdraw' }
  | { readonly kind: 'override'; readonly action: 'verify' | 'approve' }
  | { readonly kind: 'annotate' };

interface ModelDraft {
  readonly oneStep: boolean;
  state: 'draft' | 'submitted' | 'returned' | 'verified';
  readonly writers: Set<string>;
  submitter: string | null;
  verifier: string | null;
  /** Whether it differs from what is current. */
  changed: boolean;
  /** Leaves given for exactly this state: `action:director`. */
  overrides: Set<string>;
}

/** One agreement in the model. */
export class VersionModel {
  current = 0;
  draft: ModelDraft | null;

  constructor(writer: string) {
    this.draft = this.fresh(writer, false);
  }

  /** Whether the person may take the step. */
  may(who: Person, step: Step): boolean {
    const copy = new VersionModel('');
    copy.current = this.current;
    copy.draft = this.draft && {
      ...this.draft,
      writers: new Set(this.draft.writers),
      overrides: new Set(this.draft.overrides),
    };
    return copy.take(who, step);
  }

  /** Whether the person may take the step; taking it changes the model. */
  take(who: Person, step: Step): boolean {
    const before = this.draft?.overrides;
    const done = this.attempt(who, step);
    // Whatever was done voids the leaves that were given before it, except giving another one.
    if (done && step.kind !== 'override' && this.draft && this.draft.overrides === before) {
      this.draft.overrides = new Set();
    }
    return done;
  }

  private attempt(who: Person, step: Step): boolean {
    const officer = who.roles.includes('officer');
    const { draft } = this;
    if (step.kind === 'annotate') {
      if (!officer || this.current === 0) return false;
      this.current += 1;
      return true;
    }
    if (step.kind === 'open') {
      if (!officer || draft || this.current === 0) return false;
      this.draft = this.fresh(who.name, true);
      return true;
    }
    if (!draft) return false;
    const director = who.roles.includes('director');
    const mayVerify = director || who.roles.includes('verifier');
    const isWriter = draft.writers.has(who.name) || draft.submitter === who.name;
    const overridden = (action: string) =>
      director &&
      [...draft.overrides].some((one) => one.startsWith(`${action}:`) && !one.endsWith(`:${who.name}`));
    switch (step.kind) {
      case 'save':
        if (!officer || !['draft', 'returned'].includes(draft.state)) return false;
        draft.writers.add(who.name);
        draft.changed = true;
        return true;
      case 'submit':
        if (!officer || !['draft', 'returned'].includes(draft.state)) return false;
        if (draft.oneStep && !draft.changed) return false;
        Object.assign(draft, { state: 'submitted', submitter: who.name, verifier: null });
        return true;
      case 'withdraw':
        if (!officer) return false;
        this.draft = null;
        return true;
      case 'return':
        if (draft.state === 'submitted' ? !mayVerify : !(draft.state === 'verified' && director))
          return false;
        Object.assign(draft, { state: 'returned', verifier: null });
        return true;
      case 'verify':
        if (draft.state !== 'submitted' || !mayVerify || (isWriter && !overridden('verify'))) return false;
        if (draft.oneStep) this.makeCurrent();
        else Object.assign(draft, { state: 'verified', verifier: who.name });
        return true;
      case 'approve':
        if (!director) return false;
        if (draft.oneStep ? draft.state !== 'submitted' : draft.state !== 'verified') return false;
        if ((draft.oneStep ? isWriter : draft.verifier === who.name) && !overridden('approve')) return false;
        this.makeCurrent();
        return true;
      case 'override': {
        const possible = draft.oneStep
          ? draft.state === 'submitted'
          : draft.state === (step.action === 'verify' ? 'submitted' : 'verified');
        if (!director || !possible || isWriter || draft.verifier === who.name) return false;
        draft.overrides.add(`${step.action}:${who.name}`);
        return true;
      }
    }
  }

  private makeCurrent(): void {
    this.current += 1;
    this.draft = null;
  }

  private fresh(writer: string, oneStep: boolean): ModelDraft {
    return {
      ...{ oneStep, state: 'draft', writers: new Set([writer]), submitter: null, verifier: null },
      ...{ changed: !oneStep, overrides: new Set() },
    };
  }
}
