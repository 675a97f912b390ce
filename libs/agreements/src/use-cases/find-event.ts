import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { EventRepository, SigningEventView } from '../persistence/event.repository';

/** Finds signing events. */
@Injectable()
export class FindEvent {
  constructor(private readonly events: EventRepository) {}

  /** @throws RecordNotFound */
  async execute(id: string): Promise<SigningEventView> {
    const event = await this.events.find(id);
    if (event === null) throw new RecordNotFound();
    return event;
  }

  list(page: PageRequest): Promise<Page<SigningEventView>> {
    return this.events.listPage(page);
  }
}
