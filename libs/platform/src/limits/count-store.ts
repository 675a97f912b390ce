/** Requests of one minute, by keys that say nothing of whom they belong to. */
export type Counts = ReadonlyMap<string, number>;

/** Where the processes of the api add up what each has counted. */
export abstract class CountStore {
  /** Adds to the counts of a minute; answers the totals of these keys. */
  abstract add(minute: number, counts: Counts): Promise<Counts>;

  /** Forgets minutes before this one. */
  abstract forgetBefore(minute: number): Promise<void>;
}
