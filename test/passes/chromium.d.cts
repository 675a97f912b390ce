/** The path of a browser that tests of pages can use, if there is one. */
export function findChromium(): string | undefined;
