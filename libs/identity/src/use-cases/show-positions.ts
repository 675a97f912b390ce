import { Injectable } from '@nestjs/common';
import { type ActionOffer, LegalDay, RecordNotFound, offerOf } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import { NATIONWIDE } from '../domain/access';
import { OwnedAgreements } from '../domain/owned-agreements';
import { type Position, actingOn } from '../domain/position';
import { type PositionFilter, PositionRepository } from '../persistence/position.repository';
import { Access } from './access';

/** A position with what follows for today, and how much hangs on it. */
export interface ShownPosition extends Position {
  readonly actsToday: ReturnType<typeof actingOn>;
  readonly agreementsOwned: number;
}

/** What is done with a position. */
export const POSITION_ACTIONS = ['change', 'delegate', 'end_delegation'] as const;
export type PositionAction = (typeof POSITION_ACTIONS)[number];

/** Positions, who acts in them today and how many agreements they own. */
@Injectable()
export class ShowPositions {
  constructor(
    private readonly positions: PositionRepository,
    private readonly owned: OwnedAgreements,
    private readonly day: LegalDay,
    private readonly access: Access,
  ) {}

  async list(filter: PositionFilter, page: PageRequest): Promise<Page<ShownPosition>> {
    const found = await this.positions.list(filter, page);
    return { ...found, items: await this.shown(found.items) };
  }

  /** @throws RecordNotFound */
  async one(id: string): Promise<ShownPosition> {
    const position = await this.positions.find(id);
    const [shown] = await this.shown(position ? [position] : []);
    if (!shown) throw new RecordNotFound();
    return shown;
  }

  /** What whoever asks may do with a position now, or why not. */
  offersOf({ delegation }: Pick<Position, 'delegation'>): ActionOffer<PositionAction>[] {
    const permission = this.access.hindranceAt('position.change', NATIONWIDE);
    const action = 'end_delegation';
    const nobody = { code: 'action_not_possible', values: { action, state: 'without_delegate' } };
    return [
      offerOf('change', [permission]),
      offerOf('delegate', [permission]),
      offerOf(action, [permission, delegation === null ? nobody : null]),
    ];
  }

  private async shown(positions: readonly Position[]): Promise<ShownPosition[]> {
    const today = this.day.today();
    const counts = await this.owned.countByPosition(positions.map(({ id }) => id));
    return positions.map((position) => ({
      ...position,
      actsToday: actingOn(position, today),
      agreementsOwned: counts.get(position.id) ?? 0,
    }));
  }
}

export type { PositionFilter as PositionsWanted } from '../persistence/position.repository';
