import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { confine, currentConfinement } from './confinement';
import { sqlStateOf } from './failures';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const LARGEST_NUMBER_OF_TRIES = 6;

/**
 * Runs work in one transaction. Work that is already inside one joins it, so that a whole request or a whole
 * load can be made atomic from outside. Serialisation failures and deadlocks are tried again. What an investor asks
 * for runs confined to their rows: every transaction of such a request begins so, and nothing is read outside of one.
 */
@Injectable()
export class Transactions {
  private readonly ambient = new AsyncLocalStorage<EntityManager>();
  private readonly confined = new WeakSet<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.joined();
    return joined ? work(joined) : this.apart(work);
  }

  /** Runs work in a transaction of its own: what it wrote stays, whatever becomes of the one around it. */
  async apart<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.dataSource.transaction(async (tx) => {
          await this.confine(tx);
          return this.ambient.run(tx, () => work(tx));
        });
      } catch (error) {
        const state = sqlStateOf(error);
        const transient = state === SERIALIZATION_FAILURE || state === DEADLOCK;
        if (!transient || tries === LARGEST_NUMBER_OF_TRIES) throw error;
        await pause(5 * 2 ** tries * Math.random());
      }
    }
  }

  /** Where reads go: the transaction this call is part of, or any connection of the pool. */
  get reader(): EntityManager {
    const joined = this.joined();
    if (joined) return joined;
    if (currentConfinement() !== null) throw new Error('an investor would read outside of their transaction');
    return this.dataSource.manager;
  }

  /**
   * Lets reads find the register as it stood at the end of a day: views of the past come before the tables by whose
   * names they go. Nothing is written meanwhile.
   */
  async asOf<T>(day: string, read: () => Promise<T>): Promise<T> {
    return this.run(async (tx) => {
      const [before] = await tx.query<[{ path: string }]>(`SELECT current_setting('search_path') AS path`);
      await tx.query(
        `SELECT set_config('mithaq.as_of', $1, true), set_config('search_path', 'past, public', true)`,
        [day],
      );
      const answer = await read();
      await tx.query(`SELECT set_config('search_path', $1, true)`, [before.path]);
      return answer;
    });
  }

  private async confine(tx: EntityManager): Promise<void> {
    const confinement = currentConfinement();
    if (confinement === null) return;
    await confine(tx, confinement);
    this.confined.add(tx);
  }

  private joined(): EntityManager | undefined {
    const joined = this.ambient.getStore();
    if (joined && currentConfinement() !== null && !this.confined.has(joined)) {
      throw new Error('an investor would join a transaction that is not theirs');
    }
    return joined;
  }
}
