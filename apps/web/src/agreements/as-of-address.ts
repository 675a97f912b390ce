/** What the address of a page ends with that is to be read as of the same day as this one; nothing for today. */
export function asOfAddress(asOf: { readonly day: string } | null | undefined): string {
  return asOf ? `?asOf=${asOf.day}` : '';
}
