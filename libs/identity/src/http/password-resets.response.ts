/** Says that the request was received, and nothing of what came of it. */
export class PasswordResetResponse {
  received: boolean;
}
