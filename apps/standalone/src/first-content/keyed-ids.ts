/** The ids that records received, by the keys under which the files of a profile speak of them. */
export class KeyedIds {
  private readonly ids = new Map<string, string>();

  constructor(private readonly what: string) {}

  keep(key: string, id: string): void {
    this.ids.set(key, id);
  }

  /** @throws Error when the profile speaks of something it does not contain. */
  idOf(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`The profile speaks of a ${this.what} it does not contain: ${key}`);
    return id;
  }

  idOrNull(key: string | null): string | null {
    return key === null ? null : this.idOf(key);
  }
}
