/** Ends the build when a sentence is missing in a language, lacks a plural form, or names other values. */
export function completeCatalogues(source: string): {
  readonly name: string;
  buildStart(this: { error(message: string): never }): void;
};

/** One line for each thing that is wrong with the catalogues `<area>/i18n/{ar,fr,en}.json` below a folder. */
export function findCatalogueFaults(source: string): string[];
