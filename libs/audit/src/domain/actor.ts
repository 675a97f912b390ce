export { accountActor, type Actor } from '@app/kernel';

/** For whom somebody stands in: a person's account, or a position whose holder is away. */
export type Principal = `account:${string}` | `position:${string}`;
