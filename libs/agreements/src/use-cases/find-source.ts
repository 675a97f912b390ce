import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { SourceRepository, SourceView } from '../persistence/source.repository';
import { AgreementsInScope } from './agreements-in-scope';

/** Finds sources: for investors those that an agreement which they see cites. */
@Injectable()
export class FindSource {
  constructor(
    private readonly sources: SourceRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  /** @throws RecordNotFound */
  async execute(id: string): Promise<SourceView> {
    const source = await this.sources.find(id, this.inScope.conditions);
    if (source === null) throw new RecordNotFound();
    return source;
  }

  list(q: string | null, page: PageRequest): Promise<Page<SourceView>> {
    return this.sources.listPage(q, page, this.inScope.conditions);
  }
}
