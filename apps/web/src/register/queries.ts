/** What the public pages share: the day, where to report errors, the names that filters show. */
export function useAbout(): { readonly reportErrorsTo: string | null } | undefined {
  return undefined;
}
