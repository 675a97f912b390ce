/** How one instrument continues another. */
export const LINK_KINDS = ['same_project', 'continued_by', 'implemented_by', 'superseded_by'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** How one promise repeats another, or is a part of it: a tenant's jobs in a zone's capacity, a firm's in a programme. */
export const PROMISE_LINK_KINDS = ['same_promise', 'part_of'] as const;
export type PromiseLinkKind = (typeof PROMISE_LINK_KINDS)[number];
