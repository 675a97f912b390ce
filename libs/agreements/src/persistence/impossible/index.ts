import type { ImpossibleQuery } from '../../domain/impossible';
import { DEADLINE_QUERIES } from './deadlines';
import { FIGURE_QUERIES } from './figures';
import { LEGAL_LIFE_QUERIES } from './legal-life';
import { SIGNATURE_QUERIES } from './signature';
import { SOURCE_QUERIES } from './sources';
import { VERSION_QUERIES } from './versions';

/** Every question of the nightly search. A new one is an object in one of these lists and a sentence for people. */
export const IMPOSSIBLE_QUERIES: readonly ImpossibleQuery[] = [
  ...SIGNATURE_QUERIES,
  ...LEGAL_LIFE_QUERIES,
  ...VERSION_QUERIES,
  ...DEADLINE_QUERIES,
  ...FIGURE_QUERIES,
  ...SOURCE_QUERIES,
];
