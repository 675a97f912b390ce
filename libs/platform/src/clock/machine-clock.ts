import { Clock } from '@app/kernel';

/** Business time: the machine's clock, shifted by the training offset. */
export class MachineClock extends Clock {
  constructor(readonly offsetMs: number) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  override outside(): Date {
    return new Date();
  }

  /** Whether business time is not the real time. */
  get isTraining(): boolean {
    return this.offsetMs !== 0;
  }
}

/** Milliseconds of real time, for durations and leases only. */
export function monotonicMilliseconds(): number {
  return performance.now();
}

/** Number of the interval of real time that now lies in: the same for every process on every machine. */
export function realTimeSlot(intervalMs: number): number {
  return Math.floor(Date.now() / intervalMs);
}

/** Whole seconds until that interval ends, at least one. */
export function secondsLeftInSlot(intervalMs: number): number {
  return Math.max(1, Math.ceil((intervalMs - (Date.now() % intervalMs)) / 1000));
}

/** The real instant as text, for logs: they tell what happened here, also while business time is a training clock's. */
export function realTimeStamp(): string {
  return new Date().toISOString();
}
