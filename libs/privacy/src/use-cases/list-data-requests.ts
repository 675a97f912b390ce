import { Injectable } from '@nestjs/common';
import { AccessLog, RecordsRead, auditKind } from '@app/audit';
import type { Page, PageRequest } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { DataRequest, DataRequestKind, DataRequestState } from '../domain/data-request';
import { DataRequestRepository } from '../persistence/data-request.repository';

export interface DataRequestsWanted {
  readonly kind?: DataRequestKind | null;
  readonly state?: DataRequestState | null;
  readonly overdue?: boolean | null;
}

const dataRequestsListed = auditKind<RecordsRead>('data_request.listed', 'account');

/** The requests by the day on which they have to be answered; who read them is noted. */
@Injectable()
export class ListDataRequests {
  constructor(
    private readonly requests: DataRequestRepository,
    private readonly calendar: BusinessCalendar,
    private readonly accessLog: AccessLog,
  ) {}

  async execute({ kind, state, overdue }: DataRequestsWanted, page: PageRequest): Promise<Page<DataRequest>> {
    const overdueOn = overdue ? this.calendar.today() : null;
    const found = await this.requests.list({ kind, state, overdueOn }, page);
    await this.accessLog.noteListed(
      dataRequestsListed,
      found.items.map(({ id }) => id),
    );
    return found;
  }
}
