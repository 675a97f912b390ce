import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { SourceRepository, SourceView } from '../persistence/source.repository';

/** Finds sources. */
@Injectable()
export class FindSource {
  constructor(private readonly sources: SourceRepository) {}

  /** @throws RecordNotFound */
  async execute(id: string): Promise<SourceView> {
    const source = await this.sources.find(id);
    if (source === null) throw new RecordNotFound();
    return source;
  }

  list(q: string | null, page: PageRequest): Promise<Page<SourceView>> {
    return this.sources.listPage(q, page);
  }
}
