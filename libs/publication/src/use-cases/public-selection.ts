import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import {
  type Counting,
  EVIDENCE_BANDS,
  FUNNEL_STAGES,
  PromiseConditions,
  type PromiseSelection,
  type SelectionConditions,
} from '@app/delivery';
import { type CalendarDate, FieldsRefused } from '@app/kernel';
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
  const { agreement, status, stage, band, year, dueBy, counting, ...same } = question;
  const statuses = statusesAskedFor(status);
  const cases = publicCases(today);
  const isId = agreement ? UUID.test(agreement) : false;
  return {
    ...same,
    agreement: isId ? agreement?.toLowerCase() : null,
    reference: isId ? null : agreement?.toUpperCase(),
    year: year === 'none' ? 'none' : year ? Number(year) : null,
    dueBy: dueBy ? Number(dueBy) : null,
    counting: counting as Counting | null | undefined,
    stages: wordsAskedFor('stage', stage, FUNNEL_STAGES),
    bands: wordsAskedFor('band', band, EVIDENCE_BANDS),
    statuses: statuses && statuses.flatMap((one) => cases[one]),
  };
}

/** The words of a list that a question names; null when it names none. @throws FieldsRefused for any other word. */
function wordsAskedFor<Word extends string>(
  field: string,
  text: string | null | undefined,
  list: readonly Word[],
): readonly Word[] | null {
  if (!text) return null;
  const wanted = new Set(text.split(','));
  const known = list.filter((word) => wanted.delete(word));
  if (wanted.size === 0) return known;
  throw new FieldsRefused([{ field, code: 'not_a_choice', values: { choices: list.join(', ') } }]);
}
