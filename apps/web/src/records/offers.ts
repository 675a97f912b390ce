/** What a record says that may be done with it. */
interface Offered {
  readonly allowedActions: readonly {
    readonly action: string;
    readonly allowed: boolean;
    readonly reason: string | null;
    readonly code: string | null;
  }[];
}

/** Codes of reasons that nothing on this page changes: such a button would only stand in the way. */
const NOT_FOR_THEM: ReadonlySet<string> = new Set([
  'permission_required',
  'outside_scope',
  'action_not_possible',
  'invitation_not_in_state',
]);

/** Reads what a record allows: whether an action is shown at all, and why it cannot be used where it is. */
export function offersOf({ allowedActions }: Offered) {
  const find = (action: string) => allowedActions.find((offer) => offer.action === action);
  return {
    /** Whether the action belongs on the page: it is allowed, or hindered by what somebody can do something about. */
    shows: (action: string): boolean => {
      const offer = find(action);
      return offer !== undefined && (offer.allowed || !NOT_FOR_THEM.has(offer.code ?? ''));
    },
    allows: (action: string): boolean => find(action)?.allowed ?? false,
    /** In the reader's language; null when it is allowed. */
    hindrance: (action: string): string | null => find(action)?.reason ?? null,
  };
}
