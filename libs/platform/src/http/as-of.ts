import { ApiProperty } from '@nestjs/swagger';
import { CalendarDay } from './fields';

/** The day at whose end the register is looked at. */
export const AsOfDay = () =>
  CalendarDay({
    optional: true,
    description:
      'The register as it was recorded at the end of this business day, which is not still to come',
  });

/** When something is looked at. */
export class AsOfQuery {
  @AsOfDay()
  asOf?: string | null;
}

/** Said with everything that is told of the past. */
export class AsOfResponse {
  @ApiProperty({ type: String, format: 'date' })
  day: string;

  @ApiProperty({ type: [String], description: 'What is not kept by days, and so told as it is today' })
  ofToday: string[];
}

/** What an answer about a day says of itself; one about the present says nothing. */
export function asOfView(
  day: string | null | undefined,
  ofToday: readonly string[],
): { asOf?: AsOfResponse } {
  return day ? { asOf: { day, ofToday: [...ofToday] } } : {};
}
