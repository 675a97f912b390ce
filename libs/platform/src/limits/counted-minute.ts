import type { Counts } from './count-store';

/** More different ones in a minute are not counted: who has that many addresses is not held by such a limit. */
const MOST_KEYS = 50_000;

interface Count {
  /** What the store said last, with everything this process had sent it until then. */
  known: number;
  /** On the way to the store. */
  sent: number;
  /** Counted here since. */
  own: number;
}

/** The counts of one minute as one process sees them: what all had counted at the last exchange, and its own since. */
export class CountedMinute {
  private readonly counts = new Map<string, Count>();

  constructor(readonly minute: number) {}

  /** Counts one more; answers how many there were so far. */
  countOne(key: string): number {
    let count = this.counts.get(key);
    if (!count) {
      if (this.counts.size >= MOST_KEYS) return 0;
      count = { known: 0, sent: 0, own: 0 };
      this.counts.set(key, count);
    }
    count.own += 1;
    return count.known + count.sent + count.own;
  }

  /** Takes what the store does not know yet, in its keys. */
  take(): Counts {
    const taken = new Map<string, number>();
    for (const [key, count] of this.counts) {
      if (count.own === 0) continue;
      taken.set(key, count.own);
      count.sent = count.own;
      count.own = 0;
    }
    return taken;
  }

  /** The store has it, and says what all have counted together. */
  know(totals: Counts): void {
    for (const [key, total] of totals) {
      const count = this.counts.get(key);
      if (count) [count.known, count.sent] = [total, 0];
    }
  }

  /** The store did not take it: it stays counted here. */
  giveBack(taken: Counts): void {
    for (const key of taken.keys()) {
      const count = this.counts.get(key);
      if (count) [count.own, count.sent] = [count.own + count.sent, 0];
    }
  }
}
