/**
 * Whether an account acts in a position on the business date `:today`: its holder does, and beside them the delegate
 * from the first to the last day of the delegation. Both are told, so that nothing is missed on either side of it.
 */
export const actsIn = (account: string, position: string): string =>
  `(${account}.active AND (${account}.id = ${position}.holder_account_id
     OR ${account}.id = ${position}.delegate_account_id
        AND :today::date BETWEEN ${position}.delegate_from AND ${position}.delegate_until))`;
