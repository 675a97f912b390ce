import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that one key does, as long as nobody is typing. */
export interface Shortcut {
  readonly key: string;
  readonly run: () => void;
}

const KEPT_AS = 'shortcuts';
const listeners = new Set<() => void>();

/** Whether keys without Ctrl or Alt do something: who speaks to the computer may want them off. */
export function useShortcutsWanted(): readonly [boolean, (wanted: boolean) => void] {
  const wanted = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    areWanted,
    () => true,
  );
  return [wanted, keepWanted];
}

/** Listens for some keys while the page is shown, outside fields and dialogs. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const [wanted] = useShortcutsWanted();
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!wanted) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isBusyElsewhere(event.target)) return;
      const shortcut = current.current.find(({ key }) => key === event.key);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [wanted]);
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog[open]') !== null;
}

function areWanted(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true;
  }
}

function keepWanted(wanted: boolean): void {
  try {
    if (wanted) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, 'off');
  } catch {
    // A browser that keeps nothing has them on.
  }
  for (const listener of listeners) listener();
}
