/** How many do something at once: all together, and with the same key; who waits, and how many at most. */
export interface TurnLimits {
  readonly atOnce: number;
  readonly ofOne: number;
  readonly waiting: number;
}

interface Waiting {
  readonly key: string;
  readonly begin: () => void;
}

/** Lets so many work at once and the others wait in order; nobody holds all places. */
export class Turns {
  private readonly running = new Map<string, number>();
  private readonly waiting: Waiting[] = [];
  private count = 0;

  constructor(private readonly limits: TurnLimits) {}

  /** Waits for a turn, which whoever took it must end once. Null when too many wait already. */
  async take(key: string): Promise<(() => void) | null> {
    if (this.hasPlaceFor(key)) this.begin(key);
    else if (this.waiting.length >= this.limits.waiting) return null;
    else {
      await new Promise<void>((begin) => {
        this.waiting.push({ key, begin });
      });
    }
    return () => this.end(key);
  }

  private hasPlaceFor(key: string): boolean {
    return this.count < this.limits.atOnce && (this.running.get(key) ?? 0) < this.limits.ofOne;
  }

  private begin(key: string): void {
    this.count += 1;
    this.running.set(key, (this.running.get(key) ?? 0) + 1);
  }

  private end(key: string): void {
    this.count -= 1;
    const left = (this.running.get(key) ?? 1) - 1;
    if (left > 0) this.running.set(key, left);
    else this.running.delete(key);
    const next = this.waiting.findIndex((one) => this.hasPlaceFor(one.key));
    const [taken] = next < 0 ? [] : this.waiting.splice(next, 1);
    if (!taken) return;
    this.begin(taken.key);
    taken.begin();
  }
}
