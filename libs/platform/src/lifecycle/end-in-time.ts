const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Ends the process when its orderly end takes longer than this: an operator, a container engine and the launcher all
 * end it by force a little later, and then without a word.
 */
export function endInTime(milliseconds: number): void {
  const end = () => {
    process.stderr.write(`The process did not end within ${milliseconds / 1000} seconds and is ended.\n`);
    process.exit(1);
  };
  for (const signal of SIGNALS) process.once(signal, () => setTimeout(end, milliseconds).unref());
}
