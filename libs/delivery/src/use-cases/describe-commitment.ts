import { Injectable } from '@nestjs/common';
import { FindAgreement, RequireScope } from '@app/agreements';
import { Access } from '@app/identity';
import { type ActionOffer, type CalendarDate, offeredActions } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { hindranceToAsk } from '../domain/change-request';
import type { CommitmentRecord } from '../domain/commitment-view';
import { judgeSettlement } from '../domain/judge-settlement';
import { SETTLEMENT_WORKFLOW, type SettlementAction } from '../domain/settlement';
import { FindChangeRequests } from './find-change-requests';
import { FindCommitment } from './find-commitment';
import { type DeliveryOfCommitment, FindDelivery } from './find-delivery';
import { LockPromise } from './lock-promise';

/** A promise, and what whoever asks may do about it. */
export interface DescribedCommitment {
  readonly record: CommitmentRecord;
  readonly delivery: DeliveryOfCommitment;
  readonly offers: readonly ActionOffer<SettlementAction | 'ask_for_change'>[];
}

/** Finds a promise with what the caller may do about it. @throws RecordNotFound */
@Injectable()
export class DescribeCommitment {
  constructor(
    private readonly transactions: Transactions,
    private readonly findCommitment: FindCommitment,
    private readonly findDelivery: FindDelivery,
    private readonly findAgreement: FindAgreement,
    private readonly promises: LockPromise,
    private readonly requests: FindChangeRequests,
    private readonly scope: RequireScope,
    private readonly access: Access,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @param asOf the day at whose end it looks at the register, when nothing can be done any more; null for now. */
  async execute(id: string, asOf: CalendarDate | null = null): Promise<DescribedCommitment> {
    const record = await this.findCommitment.execute(id, asOf);
    const delivery = await this.findDelivery.execute(record, asOf);
    if (asOf !== null) return { record, delivery, offers: [] };
    const promise = await this.promises.find(id);
    const { document } = await this.findAgreement.record(record.agreement.id);
    const place = document ?? { sectorCodes: [], commitments: [] };
    const permission = await this.scope.judge(this.transactions.reader, place);
    const facts = { ...promise, today: this.calendar.today() };
    const settling = offeredActions(
      SETTLEMENT_WORKFLOW,
      promise.decision ?? 'open',
      judgeSettlement(facts, permission),
    );
    const hindrance =
      this.access.hindranceAnywhere('change_request.ask') ?? hindranceToAsk(await this.requests.promise(id));
    const asking = { action: 'ask_for_change', allowed: hindrance === null, hindrance } as const;
    return { record, delivery, offers: [...settling, asking] };
  }
}
