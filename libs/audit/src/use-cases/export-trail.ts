import { Injectable } from '@nestjs/common';
import { TrailLinesRepository } from '../persistence/trail-lines.repository';

/**
 * The whole trail as lines of JSON: when it was exported, checkpoints, links with their entries and the personal
 * values that are still there, entries that wait for the sealer, and a last line that counts.
 */
@Injectable()
export class ExportTrail {
  constructor(private readonly trail: TrailLinesRepository) {}

  /** Hands over the lines, some thousand at a time and of one instant; the next come once the last are taken. */
  async execute(take: (lines: readonly string[]) => Promise<void>): Promise<void> {
    await this.trail.read(take);
  }
}
