import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Figure } from '../domain/indicator';
import { IndicatorRepository } from '../persistence/indicator.repository';

/** One national figure. @throws RecordNotFound */
@Injectable()
export class FindIndicatorFigure {
  constructor(private readonly indicators: IndicatorRepository) {}

  async execute(id: string): Promise<Figure> {
    const figure = await this.indicators.find(id);
    if (figure === null) throw new RecordNotFound();
    return figure;
  }
}
