import { Injectable } from '@nestjs/common';
import type { AgreementScope } from '@app/agreements';
import { AddUpPromises } from '@app/delivery';
import type { Course } from '../domain/course';
import { endOfPeriod } from '../domain/course';
import type { PromisedAs } from '../domain/indicator';
import { type FirmLine, type FirmSum, firmLines } from '../domain/promises-beside';

/** The register's promises beside a course: firm ones as lines of their own, the others only told to be there. */
export interface PromisesBeside {
  readonly promisedAs: PromisedAs;
  readonly targetYear: number;
  readonly firm: readonly FirmLine[];
  /** Commitments that are aims of programmes or capacities of sites, and are never added. */
  readonly leftOut: { readonly programme: number; readonly capacity: number };
}

const MONTHS = 12;

/** Adds up what the register holds of the promises that stand beside an indicator. */
@Injectable()
export class PromisesBesideIndicator {
  constructor(private readonly addUp: AddUpPromises) {}

  /**
   * @param course to the target that they stand beside.
   * @param scope the part of the register in which promises count.
   */
  async execute(promisedAs: PromisedAs, course: Course, scope: AgreementScope): Promise<PromisesBeside> {
    const { totals } = await this.addUp.execute({
      scope,
      narrowed: [{ sql: 'c.kind = ? AND c.unit = ?', values: [promisedAs.kind, promisedAs.unit] }],
      groupings: ['year'],
      statuses: new Map(),
    });
    const ofYears = totals.filter(({ group }) => group === 'year');
    const firm = ofYears.flatMap(({ year, total: { axes, total, commitments } }): FirmSum[] => {
      const { relation, stability, basis } = axes;
      return axes.level === 'firm' && total !== null
        ? [{ relation, stability, basis, total, commitments, year }]
        : [];
    });
    const commitmentsOf = (level: string) =>
      ofYears.reduce((sum, { total }) => sum + (total.axes.level === level ? total.commitments : 0), 0);
    const targetYear = Math.ceil((endOfPeriod(course.target.period) ?? 0) / MONTHS) - 1;
    const { nature } = course.target;
    return {
      ...{ promisedAs, targetYear },
      firm: firmLines(firm, promisedAs, { nature, year: targetYear, remaining: course.remaining }),
      leftOut: { programme: commitmentsOf('programme'), capacity: commitmentsOf('capacity') },
    };
  }
}
