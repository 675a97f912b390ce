import type { Locator, Page } from 'playwright-core';

/** Somebody who fills in a form, by keyboard alone or with a pointer, and counts the fields they fill in. */
export interface Hands {
  /** Goes to a field or a button. */
  reach(target: Locator): Promise<void>;
  typeInto(target: Locator, text: string): Promise<void>;
  type(label: string, text: string): Promise<void>;
  select(label: string, option: string): Promise<void>;
  /** Types into a field that searches, and takes an option of what it finds. */
  choose(label: string, text: string, option: string | RegExp): Promise<void>;
  press(role: 'button' | 'link', name: string): Promise<void>;
  /** An entry that was made another way. */
  counts(): void;
  entries(): number;
}

/** How the one or the other does what differs between them. */
interface Manner {
  reach(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  select(target: Locator, option: string): Promise<void>;
  take(option: Locator): Promise<void>;
  press(target: Locator): Promise<void>;
}

/** Somebody who uses nothing but the keyboard. */
export function keyboardOf(page: Page): Hands {
  const isReached = (target: Locator) =>
    target.evaluate((element) => element === element.ownerDocument.activeElement);
  const reach = async (target: Locator) => {
    await target.waitFor();
    for (let steps = 0; steps < 120; steps += 1) {
      if (await isReached(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${String(target)}`);
  };
  const type = async (target: Locator, text: string) => {
    await reach(target);
    await page.keyboard.type(text);
  };
  return handsOf(page, {
    reach,
    write: type,
    select: type,
    take: async (option) => {
      while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    press: async (target) => {
      await reach(target);
      await page.keyboard.press('Enter');
    },
  });
}

/** Somebody who points. */
export function pointerOf(page: Page): Hands {
  return handsOf(page, {
    reach: (target) => target.waitFor(),
    write: (target, text) => target.fill(text),
    select: async (target, option) => void (await target.selectOption({ label: option })),
    take: (option) => option.click(),
    press: (target) => target.click(),
  });
}

function handsOf(page: Page, manner: Manner): Hands {
  let entries = 0;
  /** In the dialog when there is one, and of several the last: the part that was just added. */
  const scope = async () => {
    const dialog = page.getByRole('dialog');
    return (await dialog.count()) > 0 ? dialog : page.getByRole('main');
  };
  const field = async (role: 'textbox' | 'combobox', label: string) =>
    (await scope()).getByRole(role, { name: new RegExp(`(^|– )${escaped(label)}`) }).last();
  const typeInto = async (target: Locator, text: string) => {
    await manner.write(target, text);
    entries += 1;
  };
  return {
    reach: (target) => manner.reach(target),
    typeInto,
    entries: () => entries,
    counts: () => void (entries += 1),
    type: async (label, text) => typeInto(await field('textbox', label), text),
    select: async (label, option) => {
      await manner.select(await field('combobox', label), option);
      entries += 1;
    },
    choose: async (label, text, option) => {
      await typeInto(await field('combobox', label), text);
      const wanted = page.getByRole('option', { name: typeof option === 'string' ? named(option) : option });
      await wanted.waitFor();
      await manner.take(wanted);
    },
    press: async (role, name) => manner.press((await scope()).getByRole(role, { name: named(name) }).last()),
  };
}

/** As a pattern; the text of a page is compared with its no-break spaces made ordinary. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s');
}

/** What begins with a name, with or without the marks that keep a value in it from disturbing the words around it. */
export function named(name: string): RegExp {
  const letters = [...name].map(escaped);
  return new RegExp(`^[\u2066-\u2069]*${letters.join('[\u2066-\u2069]*')}[\u2066-\u2069]*`);
}
