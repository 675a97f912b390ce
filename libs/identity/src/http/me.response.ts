/** What a device is given; shown once. */
export class StartedSecondFactorResponse {
  /** The secret as people type it (base32). */
  secret: string;

  /** The same as a picture carries it (otpauth://). */
  uri: string;
}

/** Codes that stand in for the device, each once; shown once. */
export class RecoveryCodesResponse {
  recoveryCodes: string[];
}
