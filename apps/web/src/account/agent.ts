/** Names that browsers and systems carry in what they call themselves; the more particular before those they imitate. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser calls itself, in two words; its own words where they are not known. */
export function agentOf(agent: string | null): string | null {
  if (!agent) return null;
  const found = [nameIn(agent, BROWSERS), nameIn(agent, SYSTEMS)].filter((name) => name !== null);
  return found.length > 0 ? found.join(' · ') : agent.slice(0, 60);
}

function nameIn(agent: string, names: readonly (readonly [RegExp, string])[]): string | null {
  return names.find(([pattern]) => pattern.test(agent))?.[1] ?? null;
}
