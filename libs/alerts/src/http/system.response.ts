import { ApiProperty } from '@nestjs/swagger';
import { type Language } from '@app/kernel';
import { sentence } from '@app/platform';
import {
  FIGURE_UNITS,
  type FigureUnit,
  ITEM_STATES,
  type ItemState,
  SYSTEM_ITEMS,
  type SystemItemCode,
} from '../domain/system-health';
import type { SystemHealth } from '../use-cases/describe-system';

/** One figure of a part. */
export class SystemFigureResponse {
  code: string;

  /** What it is called, in the language that was asked for. */
  name: string;

  /** Instants in ISO 8601, days as `2026-11-25`, shares from 0 to 1; null where there is none. */
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] })
  value: string | number | null;

  @ApiProperty({ type: String, enum: FIGURE_UNITS })
  unit: FigureUnit;
}

/** How one part of the system stands. */
export class SystemItemResponse {
  @ApiProperty({ type: String, enum: SYSTEM_ITEMS })
  code: SystemItemCode;

  @ApiProperty({ type: String, enum: ITEM_STATES, description: 'warning: look soon; failing: act' })
  state: ItemState;

  name: string;

  /** What its state means. */
  meaning: string;

  /** What to do; null while it is well. */
  action: string | null;

  figures: SystemFigureResponse[];
}

/** How the whole system stands: as its worst part. */
export class SystemHealthResponse {
  @ApiProperty({ type: String, enum: ITEM_STATES })
  state: ItemState;

  lookedAt: Date;
  items: SystemItemResponse[];
}

/** The system in the words of the reader. */
export function systemHealthResponse(
  { state, lookedAt, items }: SystemHealth,
  language: Language,
): SystemHealthResponse {
  return {
    state,
    lookedAt,
    items: items.map(({ code, state: itemState, figures }) => {
      const isWell = itemState === 'ok';
      return {
        code,
        state: itemState,
        name: sentence(`system_${code}`, language),
        meaning: sentence(`system_${code}_${isWell ? 'well' : 'ill'}`, language),
        action: isWell ? null : sentence(`system_${code}_action`, language),
        figures: figures.map((one) => ({ ...one, name: sentence(`system_figure_${one.code}`, language) })),
      };
    }),
  };
}
