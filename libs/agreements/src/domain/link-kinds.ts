/** How one instrument continues another. */
export const LINK_KINDS = ['same_project', 'continued_by', 'implemented_by', 'superseded_by'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
