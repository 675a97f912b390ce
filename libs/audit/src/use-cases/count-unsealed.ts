import { Injectable } from '@nestjs/common';
import { ChainRepository } from '../persistence/chain.repository';

/** Counts the entries that are not linked into the chain yet: more than those of a second mean that nobody seals. */
@Injectable()
export class CountUnsealed {
  constructor(private readonly chain: ChainRepository) {}

  async execute(): Promise<number> {
    return this.chain.countUnsealed();
  }
}
