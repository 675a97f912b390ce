/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Rounds of a measurement and of its floor, turn by turn: what disturbs the machine disturbs both. */
export async function turnByTurn(
  rounds: number,
  measured: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<{ measured: number[]; floor: number[] }> {
  const found = { measured: [] as number[], floor: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] =
      round % 2 === 0 ? (['measured', 'floor'] as const) : (['floor', 'measured'] as const);
    for (const turn of [first, second]) found[turn].push(await (turn === 'measured' ? measured() : floor()));
  }
  return found;
}
