import { Injectable } from '@nestjs/common';
import { ActorNames } from './actor-names';

interface Acted {
  readonly actor: string;
  readonly onBehalfOf: string | null;
}

/** What the actor of an entry is called, and whom they stood in for; null for the system and for who is gone. */
export interface NamedActor {
  readonly actorName: string | null;
  readonly onBehalfOfName: string | null;
}

const ACCOUNT = /^account:(.+)$/;

/** Adds the names of accounts to entries, asking for all of them at once. */
@Injectable()
export class NameActors {
  constructor(private readonly names: ActorNames) {}

  async execute<Entry extends Acted>(entries: readonly Entry[]): Promise<(Entry & NamedActor)[]> {
    const ids = entries.flatMap(({ actor, onBehalfOf }) => [accountIn(actor), accountIn(onBehalfOf)]);
    const names = await this.names.namesOf([...new Set(ids.filter((id) => id !== null))]);
    const nameOf = (who: string | null) => names.get(accountIn(who) ?? '') ?? null;
    return entries.map((entry) => ({
      ...entry,
      actorName: nameOf(entry.actor),
      onBehalfOfName: nameOf(entry.onBehalfOf),
    }));
  }
}

function accountIn(who: string | null): string | null {
  return ACCOUNT.exec(who ?? '')?.[1] ?? null;
}
