export function findCatalogueProblems(root: string): string[];
