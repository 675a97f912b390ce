/** One line of a start under way, with the seconds since `npm start` began. */
export function progress(line: string): void {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}`);
}

/** Tells whoever started a command how it goes. */
export function say(line: string): void {
  console.log(line);
}
