import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import {
  FindIndicator,
  type IndicatorView,
  type IndicatorWithPromises,
  PromisesBesideIndicator,
} from '@app/indicators';

/** Shows the national figures to everybody, with the published promises beside the course to the last target. */
@Injectable()
export class ShowPublicIndicators {
  constructor(
    private readonly find: FindIndicator,
    private readonly beside: PromisesBesideIndicator,
  ) {}

  /** Every one of them, as they were recorded. */
  async all(): Promise<IndicatorWithPromises[]> {
    const found: IndicatorWithPromises[] = [];
    for (const indicator of await this.find.all()) found.push(await this.withPromises(indicator));
    return found;
  }

  /** @throws RecordNotFound */
  async execute(code: string): Promise<IndicatorWithPromises> {
    return this.withPromises(await this.find.execute(code));
  }

  private async withPromises(indicator: IndicatorView): Promise<IndicatorWithPromises> {
    const course = indicator.courses.at(-1);
    const { promisedAs } = indicator;
    const promised =
      promisedAs && course ? await this.beside.execute(promisedAs, course, PUBLISHED_AGREEMENTS) : null;
    return { ...indicator, promised };
  }
}

export type { IndicatorWithPromises } from '@app/indicators';
