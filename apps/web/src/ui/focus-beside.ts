/**
 * Before a button takes itself away: the focus goes to its neighbour in the list, the next before the one before it, and
 * to the heading of the page when it was alone; never to nowhere (WCAG 2.4.3).
 */
export function focusBeside(button: HTMLElement): void {
  const item = button.closest('li');
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  const target = beside?.querySelector<HTMLElement>('a, button') ?? document.querySelector<HTMLElement>('h1');
  target?.focus({ preventScroll: true });
}
