import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { EarlierFigure, Figure } from '../domain/indicator';
import { IndicatorRepository } from '../persistence/indicator.repository';

/** A figure with what it read before each of its corrections, the latest first. */
export interface FigureWithPast extends Figure {
  readonly earlier: readonly EarlierFigure[];
}

/** One national figure. @throws RecordNotFound */
@Injectable()
export class FindIndicatorFigure {
  constructor(private readonly indicators: IndicatorRepository) {}

  async execute(id: string): Promise<FigureWithPast> {
    const figure = await this.indicators.find(id);
    if (figure === null) throw new RecordNotFound();
    return { ...figure, earlier: await this.indicators.earlier(id) };
  }
}
