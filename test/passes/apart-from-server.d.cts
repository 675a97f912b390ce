export const APART_FROM_SERVER: readonly string[];
export const FOLDER: string;
export function withoutThem(): string[];
