import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { PersonName } from '../domain/person';
import { PersonRepository } from '../persistence/person.repository';

/** All records of one person, taken together. */
export interface ExportedPerson {
  /** The record that stays. */
  readonly id: string;
  /** The records that were merged into it. */
  readonly mergedIds: readonly string[];
  readonly names: readonly PersonName[];
  readonly note: string | null;
  readonly erasedAt: Date | null;
}

/**
 * What the register holds of a person beside the agreements, to be handed to the person: of all records that were
 * merged, whichever of them is asked for. @throws RecordNotFound
 */
@Injectable()
export class ExportPerson {
  constructor(private readonly persons: PersonRepository) {}

  async execute(asked: string): Promise<ExportedPerson> {
    const person = await this.persons.find(asked);
    if (person === null) throw new RecordNotFound();
    if (person.mergedInto !== null) return this.execute(person.mergedInto.id);
    const { id, names, note, erasedAt, mergedFrom } = person;
    const notes = note === null ? [] : [note];
    for (const one of mergedFrom) {
      const merged = await this.persons.find(one.id);
      if (merged?.note) notes.push(merged.note);
    }
    return {
      id,
      mergedIds: mergedFrom.map((one) => one.id),
      names: [
        ...names,
        ...mergedFrom.flatMap((one) => one.names.map((name) => ({ ...name, preferred: false }))),
      ],
      note: notes.length === 0 ? null : notes.join('\n'),
      erasedAt,
    };
  }
}
