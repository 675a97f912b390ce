import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { EventRepository, SigningEventView } from '../persistence/event.repository';
import { AgreementsInScope } from './agreements-in-scope';

/** Finds signing events: for investors those at which an agreement that they see was signed. */
@Injectable()
export class FindEvent {
  constructor(
    private readonly events: EventRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  /** @throws RecordNotFound */
  async execute(id: string): Promise<SigningEventView> {
    const event = await this.events.find(id, this.inScope.conditions);
    if (event === null) throw new RecordNotFound();
    return event;
  }

  list(page: PageRequest): Promise<Page<SigningEventView>> {
    return this.events.listPage(page, this.inScope.conditions);
  }
}
