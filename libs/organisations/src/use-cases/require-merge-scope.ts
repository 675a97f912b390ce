import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import type { Hindrance, Permission } from '@app/kernel';
import { MergeFollowers, TwoRecords } from './merge-followers';

type Reader = Parameters<MergeFollowers['places']>[0];

/** Asks whether the caller may change every agreement that names the record that goes: each would name another. */
@Injectable()
export class RequireMergeScope {
  constructor(
    private readonly access: Access,
    private readonly followers: MergeFollowers,
  ) {}

  /** @throws OutsideScope when one of them lies where no role of the caller permits it. */
  async at(db: Reader, permission: Permission, two: TwoRecords): Promise<void> {
    for (const place of await this.followers.places(db, two)) this.access.requireAt(permission, place);
  }

  /** What keeps the caller from it; null when nothing does. */
  async hindrance(db: Reader, permission: Permission, two: TwoRecords): Promise<Hindrance | null> {
    const anywhere = this.access.hindranceAnywhere(permission);
    if (anywhere !== null) return anywhere;
    for (const place of await this.followers.places(db, two)) {
      const found = this.access.hindranceAt(permission, place);
      if (found !== null) return found;
    }
    return null;
  }
}
