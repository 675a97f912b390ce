/** What the operator asked for while the launcher works: the first signal stops in order, the second hurries. */
export class StopRequest {
  private signals = 0;
  private onHurry: (() => void)[] = [];
  private announce: () => void = () => undefined;
  readonly made = new Promise<void>((resolve) => (this.announce = resolve));

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.receive());
    }
  }

  get isMade(): boolean {
    return this.signals > 0;
  }

  get isHurried(): boolean {
    return this.signals > 1;
  }

  whenHurried(act: () => void): void {
    if (this.isHurried) act();
    else this.onHurry.push(act);
  }

  private receive(): void {
    this.signals += 1;
    if (this.signals === 1) this.announce();
    if (this.signals === 2) for (const act of this.onHurry) act();
  }
}
