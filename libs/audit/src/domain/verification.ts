/** What becomes of a verification: it waits for a worker, runs, and is finished, or failed without a result. */
export const VERIFICATION_STATES = ['waiting', 'running', 'finished', 'failed'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** Why there is no result: its workers died or stopped, or each met an error. */
export const VERIFICATION_FAILURES = ['interrupted', 'error'] as const;
export type VerificationFailure = (typeof VERIFICATION_FAILURES)[number];

/** Kinds of breaks that the verifier names. */
export const BREAK_CODES = [
  'unreadable',
  'missing',
  'repeated',
  'out_of_order',
  'link_edited',
  'inserted',
  'rewritten',
  'edited',
  'deleted',
  'times_disagree',
  'back_dated',
  'checkpoint_forged',
  'truncated',
  'unsealed',
  'export_cut',
] as const;
export type BreakCode = (typeof BREAK_CODES)[number];

/** The first place where the trail does not say what was sealed. */
export interface TrailBreak {
  /** The entry's number in the chain; null for one that is not sealed. */
  readonly sequence: number | null;
  readonly entryId: string | null;
  readonly code: BreakCode;
  /** The verifier's own words, in English, as the command prints them. */
  readonly what: string;
}

/** What a verification found; counts are of entries. */
export interface VerificationResult {
  readonly sound: boolean;
  readonly entries: number;
  readonly unsealed: number;
  /** Personal values that were erased: their digests stay. */
  readonly redacted: number;
  readonly checkpoints: number;
  readonly faults: number;
  readonly firstFault: TrailBreak | null;
  readonly headSequence: number;
  readonly headSha256: string;
  /** Null: whether the tail was cut or all of it rewritten cannot be told. */
  readonly newestCheckpoint: {
    readonly sequence: number;
    readonly madeOn: string;
    readonly keyFingerprint: string;
  } | null;
}

/** A verification of the whole trail. */
export interface Verification {
  readonly id: string;
  /** `account:<id>` */
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly state: VerificationState;
  /** How many workers took it up. */
  readonly attempts: number;
  readonly begunAt: Date | null;
  /** The last sign of life of its worker. */
  readonly seenAt: Date | null;
  /** Entries to look at; null until they are counted. */
  readonly linesTotal: number | null;
  readonly linesDone: number;
  readonly finishedAt: Date | null;
  readonly result: VerificationResult | null;
  readonly failure: VerificationFailure | null;
}

/** A verification is taken up this often before it counts as failed. */
export const MOST_ATTEMPTS = 3;

/** A worker that gave no sign of life for this long is gone; it gives one every other second. */
const LOST_AFTER_MS = 30_000;

/** Whether the worker of a running verification is gone. */
export function isLost({ state, seenAt }: Pick<Verification, 'state' | 'seenAt'>, now: Date): boolean {
  return state === 'running' && seenAt !== null && now.getTime() - seenAt.getTime() > LOST_AFTER_MS;
}

/**
 * How far a verification is, in whole percent, rounded down: 100 only when it is finished, for entries are added while
 * it reads. Null while nobody knows.
 */
export function percentOf({
  state,
  linesTotal,
  linesDone,
}: Pick<Verification, 'state' | 'linesTotal' | 'linesDone'>): number | null {
  if (state === 'finished') return 100;
  if (linesTotal === null) return null;
  return linesTotal === 0 ? 0 : Math.min(99, Math.floor((linesDone / linesTotal) * 100));
}
