import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';
import {
  FigureCorrectionEntity,
  IndicatorEntity,
  IndicatorFigureEntity,
  IndicatorSeriesEntity,
} from './persistence/indicators.entities';

registerSentences({ ar, fr, en });

/** Every table of this feature. */
export const INDICATORS_ENTITIES = [
  FigureCorrectionEntity,
  IndicatorEntity,
  IndicatorFigureEntity,
  IndicatorSeriesEntity,
];

export * from './domain/course';
export * from './domain/indicator';
export * from './domain/promises-beside';
export * from './domain/refusals';
export * from './indicators-http.module';
export * from './indicators.module';
export * from './use-cases/correct-indicator-figure';
export * from './use-cases/find-indicator';
export * from './use-cases/find-indicator-figure';
export * from './use-cases/list-indicators';
export * from './use-cases/promises-beside-indicator';
export * from './use-cases/record-indicator';
export * from './use-cases/record-indicator-figure';
export * from './use-cases/show-indicator';
