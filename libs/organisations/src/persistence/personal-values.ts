import { Injectable } from '@nestjs/common';
import type { Language } from '@app/kernel';
import { newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { KeptValue, changesOfValues } from '../domain/kept-values';
import type { PersonalValue, PersonalValueKind } from '../domain/personal-value';
import { PersonalValueEntity } from './organisations.entities';

/** Whose values of one kind are replaced. */
export type ValueOwner =
  | { readonly kind: 'name'; readonly personId: string }
  | { readonly kind: 'contact'; readonly organisationId: string };

/** Ids of what a replacement touched; the values themselves go into no trail. */
export interface ReplacedValues {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The one table that holds names, capacities and addresses; everything else refers to its rows by id. */
@Injectable()
export class PersonalValues {
  /** Keeps one value and answers the id by which it is referred to. */
  async store(tx: EntityManager, value: PersonalValue): Promise<string> {
    const id = newId();
    await tx.insert(PersonalValueEntity, { ...value, id });
    return id;
  }

  /** The values behind the ids; an erased one is missing from the answer. */
  async read(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; value: string }[]>(
      'SELECT id, value FROM personal_value WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, value }) => [id, value]));
  }

  /** Takes the values out of the register; what refers to them finds nothing from then on. */
  async erase(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.delete(PersonalValueEntity, [...ids]);
  }

  /** Erases all that is kept of a person of these kinds. @returns the ids of what is gone */
  async eraseOfPerson(
    tx: EntityManager,
    personId: string,
    kinds: readonly PersonalValueKind[],
  ): Promise<string[]> {
    const [gone] = await tx.query<[{ id: string }[], number]>(
      'DELETE FROM personal_value WHERE person_id = $1 AND kind = ANY ($2) RETURNING id',
      [personId, kinds],
    );
    return gone.map(({ id }) => id);
  }

  /**
   * Erases what a record merged into this organisation still holds of addresses that this one no longer has: its
   * contacts moved when the two were merged, except for those that both had.
   */
  async eraseTwinsOfContacts(tx: EntityManager, organisationId: string): Promise<void> {
    await tx.query(
      `DELETE FROM personal_value twin USING organisation gone
        WHERE twin.kind = 'contact' AND twin.organisation_id = gone.id AND gone.merged_into = $1
          AND NOT EXISTS (SELECT FROM personal_value own WHERE own.kind = 'contact' AND own.organisation_id = $1
                             AND lower(own.value) = lower(twin.value))`,
      [organisationId],
    );
  }

  /** Gives the contacts of one organisation to another that does not have them. @returns the ids of what moved */
  async moveContacts(tx: EntityManager, from: string, to: string): Promise<string[]> {
    const [moved] = await tx.query<[{ id: string }[], number]>(
      `UPDATE personal_value v SET organisation_id = $2 WHERE v.kind = 'contact' AND v.organisation_id = $1
          AND NOT EXISTS (SELECT FROM personal_value w WHERE w.kind = 'contact' AND w.organisation_id = $2
                             AND lower(w.value) = lower(v.value)) RETURNING v.id`,
      [from, to],
    );
    return moved.map(({ id }) => id);
  }

  /** Gives contacts back, as far as they are still there. */
  async giveContactsBack(tx: EntityManager, ids: readonly string[], from: string, to: string): Promise<void> {
    await tx.query(
      `UPDATE personal_value SET organisation_id = $3
        WHERE kind = 'contact' AND id = ANY ($1::uuid[]) AND organisation_id = $2`,
      [ids, from, to],
    );
  }

  /** Makes these the owner's values; a value that stays keeps its id. */
  async replace(
    tx: EntityManager,
    owner: ValueOwner,
    wanted: readonly {
      readonly value: string;
      readonly language: Language | null;
      readonly preferred: boolean;
    }[],
  ): Promise<ReplacedValues> {
    const changes = changesOfValues(await this.valuesOf(tx, owner), wanted);
    await this.erase(tx, changes.removed);
    // One name at a time may be preferred, so those that no longer are give way first.
    const inOrder = [...changes.changed].sort(([, a], [, b]) => Number(a.preferred) - Number(b.preferred));
    for (const [id, { language, preferred }] of inOrder) {
      await tx.update(PersonalValueEntity, { id }, { language, preferred });
    }
    const added: string[] = [];
    for (const { value, language, preferred } of changes.added) {
      added.push(
        await this.store(tx, { personId: null, organisationId: null, ...owner, value, language, preferred }),
      );
    }
    return { added, changed: changes.changed.map(([id]) => id), removed: changes.removed };
  }

  private async valuesOf(tx: EntityManager, owner: ValueOwner): Promise<KeptValue[]> {
    const [column, id] =
      owner.kind === 'name' ? ['person_id', owner.personId] : ['organisation_id', owner.organisationId];
    return tx.query<KeptValue[]>(
      `SELECT id, value, language, preferred FROM personal_value WHERE kind = $1 AND ${column} = $2 ORDER BY id`,
      [owner.kind, id],
    );
  }
}
