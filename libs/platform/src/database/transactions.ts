import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager, QueryFailedError } from 'typeorm';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const LARGEST_NUMBER_OF_TRIES = 6;

/** The SQLSTATE of a failed query; null for anything else. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code } = error.driverError as { code?: string };
  return code ?? null;
}

/** The name of the constraint that a failed query violated; null for anything else. */
export function violatedConstraintOf(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { constraint } = error.driverError as { constraint?: string };
  return constraint ?? null;
}

/**
 * Runs work in one transaction. Work that is already inside one joins it, so that a whole request or a whole
 * load can be made atomic from outside. Serialisation failures and deadlocks are tried again.
 */
@Injectable()
export class Transactions {
  private readonly ambient = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.ambient.getStore();
    return joined ? work(joined) : this.apart(work);
  }

  /** Runs work in a transaction of its own: what it wrote stays, whatever becomes of the one around it. */
  async apart<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.dataSource.transaction((tx) => this.ambient.run(tx, () => work(tx)));
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
    return this.ambient.getStore() ?? this.dataSource.manager;
  }
}
