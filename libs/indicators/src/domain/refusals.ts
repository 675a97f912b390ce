import { Refusal } from '@app/kernel';

/** The series already has a figure for this period and sector. */
export class FigureAlreadyRecorded extends Refusal {
  readonly code = 'figure_already_recorded';
  readonly kind = 'conflict';
}
