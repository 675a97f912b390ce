import { Injectable } from '@nestjs/common';
import type { Delivery, JobHandler } from '@app/platform';
import { verifyTrailJob } from '../use-cases/audit-jobs';
import { VerifyTrail } from '../use-cases/verify-trail';

/** Does a verification of the trail that somebody asked for. */
@Injectable()
export class VerifyTrailProcessor implements JobHandler<{ readonly verificationId: string }> {
  readonly job = verifyTrailJob;

  constructor(private readonly verifyTrail: VerifyTrail) {}

  async handle({ verificationId }: { readonly verificationId: string }, delivery: Delivery): Promise<void> {
    await this.verifyTrail.execute(verificationId, delivery);
  }
}
