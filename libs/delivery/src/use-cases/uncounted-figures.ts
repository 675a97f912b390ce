import { Injectable } from '@nestjs/common';
import type { Condition } from '@app/platform';
import { UncountedFigure, countOnce } from '../domain/count-once';
import { familiesOf } from '../domain/linked-instruments';
import { CountingLinks, CountingLinksRepository } from '../persistence/counting-links.repository';
import { PromisedSummaryRepository } from '../persistence/promised-summary.repository';

/** The figures that do not count, because another carries them too, with the links that say so. */
@Injectable()
export class UncountedFigures {
  constructor(
    private readonly summary: PromisedSummaryRepository,
    private readonly countingLinks: CountingLinksRepository,
  ) {}

  /** They are chosen before any filter, so that parts add up to the whole. */
  async find(
    scope: readonly Condition[],
  ): Promise<{ readonly links: CountingLinks; readonly uncounted: readonly UncountedFigure[] }> {
    const links = await this.countingLinks.read(scope);
    const ofFamilies = await this.summary.uncounted(familiesOf(links.instruments));
    if (links.promises.length === 0) return { links, uncounted: ofFamilies };
    const figures = await this.countingLinks.figures(links.promises, ofFamilies);
    return { links, uncounted: countOnce(figures, ofFamilies, links.promises) };
  }
}
