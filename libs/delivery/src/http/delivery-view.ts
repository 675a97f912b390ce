import type { DeliveryOfCommitment } from '../use-cases/find-delivery';
import type {
  BurnUpPointResponse,
  BurnUpResponse,
  ClocksResponse,
  DeliveryFlagsResponse,
  ForecastResponse,
} from './delivery.response';

/** What the page of a promise tells of its delivery. */
export function deliveryView(delivery: DeliveryOfCommitment): {
  clocks: ClocksResponse;
  flags: DeliveryFlagsResponse;
  forecast: ForecastResponse;
  burnUp: BurnUpResponse;
} {
  const { clocks, flags } = delivery;
  return {
    clocks,
    flags: { ...flags, blockedBy: [...flags.blockedBy] },
    forecast: forecastView(delivery),
    burnUp: burnUpView(delivery),
  };
}

function forecastView({ forecast, forecastWords, crossesDeadline }: DeliveryOfCommitment): ForecastResponse {
  const founded = 'method' in forecast ? forecast : null;
  const range = forecast.kind === 'range' ? forecast : null;
  return {
    kind: forecast.kind,
    ...forecastWords,
    reachedOn: forecast.kind === 'reached' ? forecast.on : null,
    reason: forecast.kind === 'never_at_this_pace' ? forecast.reason : null,
    from: range?.from ?? null,
    until: range?.until ?? null,
    asOf: founded?.asOf ?? null,
    pace: founded?.pace ?? null,
    observations: founded?.method.observations ?? null,
    wide: founded?.method.wide ?? null,
    share: range?.method.share ?? null,
    crossesDeadline,
  };
}

function burnUpView({
  burnUp: { promised, claimed, accepted, forecast },
}: DeliveryOfCommitment): BurnUpResponse {
  return {
    promisedLine: promised.kind,
    promised: promised.kind === 'none' ? [] : [...promised.points],
    claimed: claimed.map(pointOf),
    accepted: accepted.map((one) => ({ ...pointOf(one), rank: one.rank, recordedOn: one.recordedOn })),
    forecast: forecast && { ...forecast, from: pointOf(forecast.from) },
  };
}

function pointOf({ asOf, value }: { readonly asOf: string; readonly value: number }): BurnUpPointResponse {
  return { day: asOf, value };
}
