import { Injectable } from '@nestjs/common';
import { AgreementsInScope } from '@app/agreements';
import { FindIndicator, type IndicatorView } from './find-indicator';
import { type PromisesBeside, PromisesBesideIndicator } from './promises-beside-indicator';

/** An indicator with the promises that stand beside the course to its last target. */
export interface IndicatorWithPromises extends IndicatorView {
  readonly promised: PromisesBeside | null;
}

/** Shows an indicator to somebody signed in: the promises are those that they may see. @throws RecordNotFound */
@Injectable()
export class ShowIndicator {
  constructor(
    private readonly find: FindIndicator,
    private readonly beside: PromisesBesideIndicator,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(code: string): Promise<IndicatorWithPromises> {
    const indicator = await this.find.execute(code);
    const course = indicator.courses.at(-1);
    const { promisedAs } = indicator;
    const promised =
      promisedAs && course ? await this.beside.execute(promisedAs, course, this.inScope.conditions) : null;
    return { ...indicator, promised };
  }
}
