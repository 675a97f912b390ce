/** Stands where an account would, when there is none: subject of entries, and of statements that are made all the same. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
