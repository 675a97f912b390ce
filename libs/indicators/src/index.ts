import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';
import { IndicatorEntity, IndicatorFigureEntity } from './persistence/indicators.entities';

registerSentences({ ar, fr, en });

/** Every table of this feature. */
export const INDICATORS_ENTITIES = [IndicatorEntity, IndicatorFigureEntity];

export * from './domain/indicator';
export * from './domain/refusals';
export * from './indicators-http.module';
export * from './indicators.module';
export * from './use-cases/correct-indicator-figure';
export * from './use-cases/find-indicator-figure';
export * from './use-cases/list-indicators';
export * from './use-cases/record-indicator';
export * from './use-cases/record-indicator-figure';
