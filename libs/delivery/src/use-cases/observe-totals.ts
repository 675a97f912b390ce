import { Injectable } from '@nestjs/common';
import type { EffectsObserver, Observation } from '@app/agreements';
import type { PromisedTotal } from '../domain/promised-summary';
import { SummarisePromises } from './summarise-promises';

const EVERYTHING = { kind: null, region: null, sector: null };

/** The totals of what was promised in the whole register, when a change of an agreement is previewed. */
@Injectable()
export class ObserveTotals implements EffectsObserver {
  readonly area = 'total';

  constructor(private readonly summary: SummarisePromises) {}

  async observe(): Promise<Observation[]> {
    const { firm, programme, capacity } = (await this.summary.execute(EVERYTHING)).promised;
    return [...firm, ...programme, ...capacity].flatMap(({ kind, axes, total }: PromisedTotal) => {
      if (total === null) return [];
      const { unit, relation, stability, basis, level } = axes;
      const detail = [kind, unit, relation, stability, basis, level].join(' ');
      return [
        { key: detail, subjectType: 'total', subjectId: null, title: null, detail, value: String(total) },
      ];
    });
  }
}
