/**
 * The legal life of an agreement as WORKFLOWS tells it, written down a second time: who may do what next, from nothing
 * but what was done before.
 */
export type LegalMove =
  | 'negotiate'
  | 'sign'
  | 'put_in_force'
  | 'suspend'
  | 'resume'
  | 'fulfil'
  | 'close_partially'
  | 'terminate'
  | 'expire'
  | 'lapse'
  | 'reopen';

const BY: Readonly<Record<LegalMove, readonly string[]>> = {
  negotiate: ['officer'],
  sign: ['legal'],
  put_in_force: ['legal'],
  suspend: ['legal'],
  resume: ['legal', 'director'],
  fulfil: ['director'],
  close_partially: ['director'],
  terminate: ['legal'],
  expire: ['legal'],
  lapse: ['legal'],
  reopen: ['director'],
};

const BINDS = ['signed', 'in_force', 'suspended'];

/** One agreement in the model; it begins as announced, with a promise that is never settled. */
export class LegalModel {
  state = 'announced';
  /** What it was before it ended; null while it runs. */
  private before: string | null = null;
  steps = 0;

  may(role: string, move: LegalMove): boolean {
    return BY[move].includes(role) && this.targetOf(move) !== null;
  }

  /** Whether somebody with this role may take the step; taking it changes the model. */
  take(role: string, move: LegalMove): boolean {
    const to = this.targetOf(move);
    if (!BY[move].includes(role) || to === null) return false;
    const ended = this.before !== null;
    this.before = move === 'reopen' ? null : ended ? this.before : isEnd(move) ? this.state : null;
    this.state = to;
    this.steps += 1;
    return true;
  }

  private targetOf(move: LegalMove): string | null {
    if (this.before !== null) return move === 'reopen' ? this.before : null;
    const { state } = this;
    switch (move) {
      case 'negotiate':
        return state === 'announced' ? 'under_negotiation' : null;
      case 'sign':
        return state === 'under_negotiation' ? 'signed' : null;
      case 'put_in_force':
        return state === 'signed' ? 'in_force' : null;
      case 'suspend':
        return state === 'in_force' ? 'suspended' : null;
      case 'resume':
        return state === 'suspended' ? 'in_force' : null;
      case 'lapse':
        // What took effect does not lapse any more.
        return ['announced', 'under_negotiation', 'signed'].includes(state) ? 'lapsed' : null;
      case 'close_partially':
        return BINDS.includes(state) ? 'closed_partially' : null;
      case 'terminate':
        return BINDS.includes(state) ? 'terminated' : null;
      case 'expire':
        return BINDS.includes(state) ? 'expired' : null;
      case 'fulfil':
        // Its promise is settled by nobody here.
        return null;
      case 'reopen':
        return null;
    }
  }
}

function isEnd(move: LegalMove): boolean {
  return ['lapse', 'close_partially', 'terminate', 'expire', 'fulfil'].includes(move);
}
