import { Injectable } from '@nestjs/common';
import { FindAgreement } from '@app/agreements';
import { Access } from '@app/identity';
import type { Permission } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import {
  AgreementEventRepository,
  AgreementEventRow,
  EVENT_SOURCES,
  EventSource,
} from '../persistence/agreement-event.repository';

const READ_WITH: Readonly<Record<EventSource, Permission>> = {
  settlement: 'settlement.read',
  change_request: 'change_request.read',
  report: 'report.read',
  reply: 'reply.read',
};

/**
 * Lists what was decided, asked, reported, notified and replied about the promises of an agreement: to each caller what
 * the lists of these would show them, and so to investors the affairs of their own organisations.
 */
@Injectable()
export class ListAgreementEvents {
  constructor(
    private readonly events: AgreementEventRepository,
    private readonly agreements: FindAgreement,
    private readonly access: Access,
  ) {}

  /** The latest first. @throws RecordNotFound for an agreement that is out of the caller's scope */
  async execute(agreementId: string, page: PageRequest): Promise<Page<AgreementEventRow>> {
    const { id } = await this.agreements.record(agreementId);
    const sources = EVENT_SOURCES.filter((one) => this.access.hindranceAnywhere(READ_WITH[one]) === null);
    if (sources.length === 0) return { items: [], total: 0, nextCursor: null };
    return this.events.list(id, sources, this.access.visibleOrganisations, page);
  }
}

export type { AgreementEventRow } from '../persistence/agreement-event.repository';
