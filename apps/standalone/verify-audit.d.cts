/** A checkpoint as the public route answers it. */
export interface KeptCheckpoint {
  readonly sequence: number;
  readonly linkSha256: string;
  readonly entries: number;
  readonly madeOn: string;
  readonly madeAt: string;
  readonly keyFingerprint: string;
  readonly publicKey: string;
  readonly signature: string;
}

export interface RedactedPlace {
  readonly sequence: number | null;
  readonly entryId: string;
  readonly pointer: string;
}

export interface VerifierOptions {
  readonly publicKeys?: readonly string[];
  readonly checkpoints?: readonly KeptCheckpoint[];
  readonly trainingClock?: boolean;
  readonly onRedacted?: (place: RedactedPlace) => void;
}

export interface TrailFault {
  readonly sequence: number | null;
  readonly entryId: string | null;
  readonly code: string;
  readonly what: string;
}

export interface TrailReport {
  readonly sound: boolean;
  readonly entries: number;
  readonly unsealed: number;
  readonly redacted: number;
  readonly checkpoints: number;
  readonly faults: number;
  readonly firstFault: TrailFault | null;
  readonly headSequence: number;
  readonly headSha256: string;
  readonly newestCheckpoint: KeptCheckpoint | null;
  readonly keysPinned: boolean;
}

export class TrailVerifier {
  constructor(options?: VerifierOptions);
  take(line: string): void;
  finish(): TrailReport;
}

export function sentencesOf(report: TrailReport): string[];
export function redactedSentence(place: RedactedPlace): string;
export function readArguments(args: readonly string[]): {
  readonly options: Required<Pick<VerifierOptions, 'publicKeys' | 'checkpoints' | 'trainingClock'>>;
  readonly files: readonly string[];
};
