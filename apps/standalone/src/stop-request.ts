/** npm passes a signal on that the terminal sent to both of them: the two are one request. */
const SAME_REQUEST = 700;
const PARENT_INSPECTION = 500;

/** What the operator asked for while the launcher works: the first signal stops in order, the second hurries. */
export class StopRequest {
  private requests = 0;
  private lastSignal = -Infinity;
  private onHurry: (() => void)[] = [];
  private announce: () => void = () => undefined;
  readonly made = new Promise<void>((resolve) => (this.announce = resolve));

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.receive());
    }
  }

  /** Under npm the launcher ends when npm is killed: nobody else could stop it from that terminal. */
  makeWhenParentIsGone(): void {
    const parent = process.ppid;
    const inspection = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(inspection);
      if (!this.isMade) this.receive();
    }, PARENT_INSPECTION).unref();
  }

  get isMade(): boolean {
    return this.requests > 0;
  }

  get isHurried(): boolean {
    return this.requests > 1;
  }

  whenHurried(act: () => void): void {
    if (this.isHurried) act();
    else this.onHurry.push(act);
  }

  private receive(): void {
    const now = performance.now();
    if (now - this.lastSignal < SAME_REQUEST) return;
    this.lastSignal = now;
    this.requests += 1;
    if (this.requests === 1) this.announce();
    if (this.requests === 2) for (const act of this.onHurry) act();
  }
}
