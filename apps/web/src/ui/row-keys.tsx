import { type KeyboardEvent, type ReactNode, useRef } from 'react';

const ROW_LINKS = 'tbody th[scope="row"] a';

/**
 * Arrow keys through the rows of the table inside, from link to link; Enter opens. From a search field the arrow down
 * leads to the first row.
 */
export function RowKeys({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>(ROW_LINKS) ?? [])];
    const next = nextRow(event, links);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div ref={box} onKeyDown={move}>
      {children}
    </div>
  );
}

function nextRow({ key, target }: KeyboardEvent, links: readonly HTMLElement[]): HTMLElement | undefined {
  const at = links.findIndex((link) => link === target);
  const isInTable = at >= 0 || (target instanceof Element && target.matches('.table-box'));
  const isInSearch = target instanceof HTMLInputElement && target.type === 'search';
  if (key === 'ArrowDown' && (isInTable || isInSearch)) return links[isInSearch ? 0 : at + 1];
  if (!isInTable) return undefined;
  if (key === 'ArrowUp') return links[at - 1];
  if (key === 'Home') return links[0];
  return key === 'End' ? links.at(-1) : undefined;
}
