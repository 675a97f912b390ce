/** Where business time comes from; the only implementation that asks the machine lives in platform. */
export abstract class Clock {
  /** The current instant of business time. */
  abstract now(): Date;
}
