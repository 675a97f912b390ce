/** The person signed in. */
export class AccountResponse {
  id: string;
  email: string;
  name: string | null;
  language: 'ar' | 'fr' | 'en';
  roles: string[];
}

/** An open session. */
export class SessionResponse {
  account: AccountResponse;
  /** When the session ends at the latest (ISO 8601). */
  expiresAt: string;
}
