/** Something the caller may do now, or why not. */
export class AllowedActionResponse {
  action: string;
  allowed: boolean;
  /** Why not, in the caller's language; null when it is allowed. */
  reason: string | null;
  /** The stable code of the reason. */
  code: string | null;
}
