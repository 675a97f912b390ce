import { v7 } from 'uuid';

/** A new identifier (UUID version 7): unique everywhere, and close in time means close in the index. */
export function newId(): string {
  return v7();
}
