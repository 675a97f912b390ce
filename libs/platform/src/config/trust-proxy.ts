/** The proxies that are believed: none, any, or those at these addresses. */
export function readTrustProxy(value: string): boolean | string[] {
  if (value === '' || value === 'false') return false;
  if (value === 'true') return true;
  return value.split(',').map((address) => address.trim());
}
