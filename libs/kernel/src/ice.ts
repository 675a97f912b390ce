const ICE = /^\d{15}$/;

/**
 * Whether a Moroccan common company identifier (ICE) has fifteen digits and a right control: nine digits of the
 * company, four of the establishment, two of control, the whole divisible by 97.
 */
export function isValidIce(ice: string): boolean {
  return ICE.test(ice) && BigInt(ice) % 97n === 0n;
}
