import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import {
  type Counting,
  FUNNEL_STAGES,
  type FunnelStage,
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
  const { agreement, status, stage, year, counting, ...same } = question;
  const statuses = statusesAskedFor(status);
  const cases = publicCases(today);
  const isId = agreement ? UUID.test(agreement) : false;
  return {
    ...same,
    agreement: isId ? agreement?.toLowerCase() : null,
    reference: isId ? null : agreement?.toUpperCase(),
    year: year === 'none' ? 'none' : year ? Number(year) : null,
    counting: counting as Counting | null | undefined,
    stages: stagesAskedFor(stage),
    statuses: statuses && statuses.flatMap((one) => cases[one]),
  };
}

/** The stages that a question names; null when it names none. @throws FieldsRefused for a word that is no stage. */
function stagesAskedFor(text: string | null | undefined): readonly FunnelStage[] | null {
  if (!text) return null;
  const wanted = new Set(text.split(','));
  const known = FUNNEL_STAGES.filter((stage) => wanted.delete(stage));
  if (wanted.size === 0) return known;
  const choices = FUNNEL_STAGES.join(', ');
  throw new FieldsRefused([{ field: 'stage', code: 'not_a_choice', values: { choices } }]);
}
