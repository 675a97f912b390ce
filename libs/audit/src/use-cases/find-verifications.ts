import { Injectable } from '@nestjs/common';
import { Clock, RecordNotFound } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import { type Verification, isLost, percentOf } from '../domain/verification';
import { VerificationRepository } from '../persistence/verification.repository';
import { NameActors } from './name-actors';

/** A verification as it stands now. */
export interface NamedVerification extends Verification {
  /** Null when the account is gone. */
  readonly requestedByName: string | null;
  /** Whole percent; null while nobody knows. */
  readonly percent: number | null;
  /** Whether it should run and its worker gave no sign of life for half a minute. */
  readonly isLost: boolean;
}

/** The verifications of the trail, the latest first. */
@Injectable()
export class FindVerifications {
  constructor(
    private readonly verifications: VerificationRepository,
    private readonly nameActors: NameActors,
    private readonly clock: Clock,
  ) {}

  async list(page: PageRequest): Promise<Page<NamedVerification>> {
    const found = await this.verifications.listPage(page);
    return { ...found, items: await this.named(found.items) };
  }

  /** @throws RecordNotFound */
  async find(id: string): Promise<NamedVerification> {
    const found = await this.verifications.find(id);
    const [named] = await this.named(found ? [found] : []);
    if (!named) throw new RecordNotFound();
    return named;
  }

  private async named(items: readonly Verification[]): Promise<NamedVerification[]> {
    const now = this.clock.now();
    const actors = await this.nameActors.execute(
      items.map(({ requestedBy }) => ({ actor: requestedBy, onBehalfOf: null })),
    );
    return items.map((one, n) => ({
      ...one,
      requestedByName: actors[n]?.actorName ?? null,
      percent: percentOf(one),
      isLost: isLost(one, now),
    }));
  }
}
