import { Injectable } from '@nestjs/common';
import { type Effect, EffectsPreview } from './effects-preview';
import { type LegalStepToTake, TakeLegalStep } from './take-legal-step';

/** Previews a legal step: what would move, in deadlines and in whatever hangs on them. @throws as TakeLegalStep */
@Injectable()
export class PreviewLegalStep {
  constructor(
    private readonly takeLegalStep: TakeLegalStep,
    private readonly preview: EffectsPreview,
  ) {}

  execute(step: LegalStepToTake): Promise<readonly Effect[]> {
    return this.preview.of(step.agreementId, () => this.takeLegalStep.execute(step));
  }
}
