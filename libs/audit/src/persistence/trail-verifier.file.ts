import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { findProjectRoot } from '@app/platform';
import type { VerificationResult } from '../domain/verification';

/** Takes the lines of an export and says at the end what it found. */
export interface TrailVerifier {
  take(line: string): void;
  finish(): VerificationResult;
}

interface VerifierFile {
  readonly TrailVerifier: new (options: { readonly trainingClock: boolean }) => TrailVerifier;
}

/**
 * The one verifier, which also works alone on an export: it stands outside what is built and shares no code with the
 * sealer, so that an error of one is found by the other.
 */
@Injectable()
export class TrailVerifierFile {
  /** @param trainingClock whether business time is not the real time */
  open(trainingClock: boolean): TrailVerifier {
    const file = join(findProjectRoot(), 'apps/standalone/verify-audit.cjs');
    const { TrailVerifier } = createRequire(__filename)(file) as VerifierFile;
    return new TrailVerifier({ trainingClock });
  }
}
