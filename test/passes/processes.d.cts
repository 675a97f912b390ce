export function freePort(): Promise<number>;
export function stopAtTheEnd(stop: () => Promise<void>): () => Promise<void>;
