import type { PublicProgress } from '../use-cases/summarise-public-progress';
import type {
  PublicProgressResponse,
  PublicProgressSumResponse,
  PublicReachedSumResponse,
} from './public-progress.response';

type Sum = PublicProgress['delivered'][number];
type Reached = PublicProgress['funnel'][number]['sums'][number];

/** What is public of progress, named field by field. */
export function publicProgress(progress: PublicProgress): PublicProgressResponse {
  const { asOf, definitions, delivered, funnel, closeOut } = progress;
  return {
    asOf,
    definitions,
    delivered: delivered.map(sumOf),
    funnel: funnel.map(({ stage, here, reached, agreements, ofPrevious, ofAll, sums }) => ({
      ...{ stage, here, reached, agreements, ofPrevious, ofAll },
      sums: sums.map(reachedOf),
    })),
    closeOut: closeOut.map(({ year, commitments, outcomes, kept, sums }) => ({
      ...{ year, commitments, outcomes, kept },
      sums: sums.map(sumOf),
    })),
  };
}

function axesOf({ unit, relation, stability, basis, level }: Sum['axes']) {
  return { unit, relation, stability, basis, level };
}

function sumOf({ axes, ...sum }: Sum): PublicProgressSumResponse {
  const { kind, promised, commitments, accepted, withAccepted, bands, delivered } = sum;
  return {
    ...{ kind, axes: axesOf(axes), promised, commitments, accepted, withAccepted, delivered },
    bands: bands.map((one) => ({ band: one.band, accepted: one.accepted, commitments: one.commitments })),
  };
}

function reachedOf({ kind, axes, commitments, reached, ofAll }: Reached): PublicReachedSumResponse {
  return { kind, axes: axesOf(axes), commitments, reached, ofAll };
}
