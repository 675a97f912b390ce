import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Remembers which country's profile the register began with. */
@Injectable()
export class LoadedProfileRepository {
  /** Writes the profile down unless one is there, and answers the code of the one that is. */
  async remember(tx: EntityManager, code: string, loadedAt: Date): Promise<{ code: string; isNew: boolean }> {
    const inserted = await tx.query<unknown[]>(
      'INSERT INTO country_profile (code, loaded_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING code',
      [code, loadedAt],
    );
    const [kept] = await tx.query<[{ code: string }]>('SELECT code FROM country_profile');
    return { code: kept.code, isNew: inserted.length > 0 };
  }
}
