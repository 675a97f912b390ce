import { Injectable } from '@nestjs/common';
import { FindPublishedAgreement, PUBLISHED_AGREEMENTS, type PublishedAgreement } from '@app/agreements';
import { type AcceptedFigures, ListAcceptedFigures, ListSelectedPromises, standingOf } from '@app/delivery';
import { type CalendarDate, RecordNotFound } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import { type PublicDelivery, publicDelivery } from './public-delivery';
import { type PublicPromise, publicPromise } from './public-promise';

/** A published agreement with how each of its promises stands on a day. */
export interface ShownAgreement {
  readonly asOf: CalendarDate;
  readonly agreement: PublishedAgreement;
  readonly promises: ReadonlyMap<string, PublicPromise>;
  /** What was verified of each; none where the public reads nothing of it. */
  readonly deliveries: ReadonlyMap<string, PublicDelivery>;
}

const REFERENCE = /^MIT-\d{4}-\d{4,}$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Promises that are read at once. */
const PAGE = 500;

/**
 * Shows one published agreement under its reference or its id, the same for everyone.
 * @throws RecordNotFound, alike when there is none and when it is not published
 */
@Injectable()
export class ShowPublicAgreement {
  constructor(
    private readonly agreements: FindPublishedAgreement,
    private readonly promises: ListSelectedPromises,
    private readonly figures: ListAcceptedFigures,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(named: string): Promise<ShownAgreement> {
    const today = this.calendar.today();
    const agreement = await this.agreements.execute(wanted(named));
    const found = await this.promises.execute({
      conditions: [...PUBLISHED_AGREEMENTS, { sql: 'a.id = ?::uuid', values: [agreement.id] }],
      sort: 'lastDay',
      page: { limit: PAGE, cursor: null, exactCount: false },
      today,
    });
    const promises = found.items.map((promise) => publicPromise(promise, today));
    const figures = await this.figures.execute(promises.map(({ promise }) => promise.id));
    return {
      ...{ asOf: today, agreement },
      promises: new Map(promises.map((one) => [one.promise.id, one])),
      deliveries: new Map(
        promises.flatMap((one) => {
          const told = deliveryOf(one, figures.get(one.promise.id), today);
          return told ? [[one.promise.id, told] as const] : [];
        }),
      ),
    };
  }
}

function deliveryOf(
  { promise }: PublicPromise,
  figures: AcceptedFigures | undefined,
  today: CalendarDate,
): PublicDelivery | null {
  if (figures === undefined) return null;
  const { measure, quantity, deadline, deadlineAbsence, firstDeadline, agreement, milestones } = promise;
  const isNotPublic = deadlineAbsence === 'confidential' || (measure === 'quantity' && quantity === null);
  return publicDelivery(
    {
      ...figures,
      ...{ measure, confidential: isNotPublic, standing: standingOf(agreement.legalState) },
      ...{ lastDay: deadline?.lastDay ?? null, firstLastDay: firstDeadline?.lastDay ?? null },
      // What was agreed with somebody or set by the ministry is no promise.
      milestones: milestones
        .filter(({ standing }) => standing === 'published')
        .map(({ deadline: { lastDay }, quantity: step }) => ({
          lastDay,
          value: step && quantity && step.unit === quantity.unit ? step.value : null,
        })),
    },
    today,
  );
}

function wanted(named: string): { id: string } | { reference: string } {
  if (UUID.test(named)) return { id: named.toLowerCase() };
  if (REFERENCE.test(named)) return { reference: named.toUpperCase() };
  throw new RecordNotFound();
}
