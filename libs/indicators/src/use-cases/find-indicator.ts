import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { type Course, type CourseFigure, courseTo } from '../domain/course';
import type { Figure, Indicator } from '../domain/indicator';
import { IndicatorRepository } from '../persistence/indicator.repository';

/** An indicator with all its figures, and the course to each of its targets. */
export interface IndicatorView extends Indicator {
  /** As published, by kind, series and period; those of different series are never joined. */
  readonly figures: readonly Figure[];
  /** To the targets of the whole sector, the last one last. */
  readonly courses: readonly Course[];
}

/** Reads what a national figure means, what was observed, what is aimed at, and how far it is. @throws RecordNotFound */
@Injectable()
export class FindIndicator {
  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Every one of them, as they were recorded. */
  async all(): Promise<IndicatorView[]> {
    const found = await this.indicators.indicators(this.transactions.reader);
    return Promise.all(found.map((indicator) => this.view(indicator)));
  }

  async execute(code: string): Promise<IndicatorView> {
    const [indicator] = await this.indicators.indicators(this.transactions.reader, code);
    if (!indicator) throw new RecordNotFound();
    return this.view(indicator);
  }

  private async view(indicator: Indicator): Promise<IndicatorView> {
    const figures = await this.indicators.figuresOf(indicator.code);
    const observed = figures.filter(({ kind }) => kind === 'observation').map(courseFigure);
    const courses = figures
      .filter(({ kind, sectorCode }) => kind === 'target' && sectorCode === null)
      .map((target) => courseTo({ ...courseFigure(target), measuredIn: target.measuredIn }, observed));
    courses.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
    return { ...indicator, figures, courses };
  }
}

function courseFigure({ id, nature, series, sectorCode, period, value }: Figure): CourseFigure {
  return { id, nature, series, sectorCode, period, value };
}

/** By the target's period; of two for the same one the later recorded comes last. */
function placeOf({ target: { period, id } }: Course): string {
  return `${period ?? ''} ${id}`;
}
