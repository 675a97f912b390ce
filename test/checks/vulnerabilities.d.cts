export function verdictOf(output: string): { failed: boolean; sentence: string };
