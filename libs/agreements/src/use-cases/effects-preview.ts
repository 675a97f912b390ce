import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';

/** What a step may change: deadlines, the alerts about them, totals, and what the public reads. */
export const EFFECT_AREAS = ['deadline', 'alert', 'total', 'public_statement'] as const;
export type EffectArea = (typeof EFFECT_AREAS)[number];

/** One thing as it stands, named by a key that stays when its value changes. */
export interface Observation {
  readonly key: string;
  /** What it is about, as `commitment`; with the id of it. */
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly title: LocalizedText | null;
  /** Which of several things of the same subject, as the rule of an alert; null where there is one only. */
  readonly detail: string | null;
  /** As people read it: a date as stated, a figure, a word of the register. */
  readonly value: string;
}

/** One thing that would change, appear (`before` is null) or disappear (`after` is null). */
export interface Effect extends Omit<Observation, 'value' | 'key'> {
  readonly area: EffectArea;
  readonly before: string | null;
  readonly after: string | null;
}

/** How a feature sees an agreement: looked at before and after what is previewed, in the same transaction. */
export interface EffectsObserver {
  readonly area: EffectArea;
  observe(tx: EntityManager, agreementId: string): Promise<readonly Observation[]>;
}

class Undone extends Error {
  constructor(readonly effects: readonly Effect[]) {
    super('previewed');
  }
}

/**
 * Previews what a change of an agreement would change elsewhere: the change is really made, looked at, and undone.
 * Features to the right add what they see.
 */
@Injectable()
export class EffectsPreview {
  private readonly observers: EffectsObserver[] = [];

  constructor(private readonly transactions: Transactions) {}

  /** Adds what a feature sees; features do so when they are started. */
  alsoObserve(observer: EffectsObserver): void {
    this.observers.push(observer);
  }

  /** @throws whatever the change throws */
  async of(agreementId: string, change: () => Promise<void>): Promise<readonly Effect[]> {
    try {
      return await this.transactions.apart(async (tx) => {
        const before = await this.observe(tx, agreementId);
        await change();
        throw new Undone(this.differences(before, await this.observe(tx, agreementId)));
      });
    } catch (error) {
      if (error instanceof Undone) return error.effects;
      throw error;
    }
  }

  private async observe(tx: EntityManager, agreementId: string): Promise<(readonly Observation[])[]> {
    const seen: (readonly Observation[])[] = [];
    for (const observer of this.observers) seen.push(await observer.observe(tx, agreementId));
    return seen;
  }

  private differences(
    before: readonly (readonly Observation[])[],
    after: readonly (readonly Observation[])[],
  ): Effect[] {
    return this.observers.flatMap(({ area }, index) =>
      differencesOf(before[index] ?? [], after[index] ?? []).map((effect) => ({ area, ...effect })),
    );
  }
}

function differencesOf(
  before: readonly Observation[],
  after: readonly Observation[],
): Omit<Effect, 'area'>[] {
  const earlier = new Map(before.map((one) => [one.key, one]));
  const later = new Map(after.map((one) => [one.key, one]));
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [old, next] = [earlier.get(key), later.get(key)];
    const known = next ?? old;
    if (!known || old?.value === next?.value) return [];
    const { subjectType, subjectId, title, detail } = known;
    return [
      { subjectType, subjectId, title, detail, before: old?.value ?? null, after: next?.value ?? null },
    ];
  });
}
