import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import type { Figure } from '../domain/indicator';
import { FigureFilter, IndicatorRepository } from '../persistence/indicator.repository';

/** The national figures, by indicator and period. */
@Injectable()
export class ListIndicators {
  constructor(private readonly indicators: IndicatorRepository) {}

  async execute(filter: FigureFilter, page: PageRequest): Promise<Page<Figure>> {
    return this.indicators.list(filter, page);
  }
}
