import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import {
  type Counting,
  PromiseConditions,
  type PromiseSelection,
  type SelectionConditions,
} from '@app/delivery';
import type { CalendarDate } from '@app/kernel';
import { type PublicQuestion, statusesAskedFor } from '../domain/public-question';
import { publicCases } from '../domain/public-status';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Turns what a reader asks for into conditions of queries. @throws FieldsRefused */
@Injectable()
export class PublicSelection {
  constructor(private readonly conditions: PromiseConditions) {}

  async execute(question: PublicQuestion, today: CalendarDate): Promise<SelectionConditions> {
    return this.conditions.execute(selectionOf(question, today), PUBLISHED_AGREEMENTS);
  }
}

function selectionOf(question: PublicQuestion, today: CalendarDate): PromiseSelection {
  const { agreement, status, year, counting, ...same } = question;
  const statuses = statusesAskedFor(status);
  const cases = publicCases(today);
  const isId = agreement ? UUID.test(agreement) : false;
  return {
    ...same,
    agreement: isId ? agreement?.toLowerCase() : null,
    reference: isId ? null : agreement?.toUpperCase(),
    year: year === 'none' ? 'none' : year ? Number(year) : null,
    counting: counting as Counting | null | undefined,
    statuses: statuses && statuses.flatMap((one) => cases[one]),
  };
}
