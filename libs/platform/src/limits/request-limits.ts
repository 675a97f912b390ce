import { createHash, createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import {
  Inject,
  Injectable,
  Logger,
  OnApplicationBootstrap,
  BeforeApplicationShutdown,
} from '@nestjs/common';
import { realTimeSlot, secondsLeftInSlot } from '../clock/machine-clock';
import { Settings } from '../config/settings';
import { CountStore, Counts } from './count-store';
import { CountedMinute } from './counted-minute';

const MINUTE_MS = 60_000;

/** How often the processes tell each other: what one lets through more than it should is this long a burst. */
const EXCHANGE_MS = 500;

/** How a caller stands towards a limit. */
export interface Standing {
  readonly policy: 'address' | 'account';
  readonly limit: number;
  /** Requests left in this minute; below zero when there were too many. */
  readonly left: number;
  /** Seconds until the count begins anew. */
  readonly seconds: number;
}

/**
 * How many requests an address and an account send in a minute, over all processes together. A request costs no
 * query: each process counts by itself and exchanges sums with the shared store twice a second. Without the store
 * each goes on with its own counts.
 */
@Injectable()
export class RequestLimits implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RequestLimits.name);
  private readonly secret: Buffer;
  private counted = new CountedMinute(0);
  /** What each address and account is called in the store; the names change with the minute. */
  private names = new Map<string, string>();
  private timer: NodeJS.Timeout | null = null;
  private exchanging: Promise<void> | null = null;
  private storeIsDown = false;
  /** The minute before which the store was last told to forget. */
  private forgotten = 0;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly store: CountStore,
  ) {
    // All processes of an installation have the same settings, so they agree on it, and nobody else knows it.
    this.secret = createHash('sha256').update(`request limits ${settings.databaseUrl}`).digest();
  }

  onApplicationBootstrap(): void {
    if (this.settings.databaseUrl === null || !this.isOn) return;
    this.timer = setInterval(() => {
      // A slow store is not asked twice at once: the next round takes it all.
      if (!this.exchanging) void this.exchange();
    }, EXCHANGE_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.exchanging;
  }

  /** Counts a request from this address; null when addresses have no limit. */
  countAddress(address: string): Standing | null {
    return this.count('address', networkOf(address), this.settings.requestsPerMinute);
  }

  /** Counts a request of this account; null when accounts have no limit. */
  countAccount(accountId: string): Standing | null {
    return this.count('account', accountId, this.settings.accountRequestsPerMinute);
  }

  /** Tells the store all that was counted here until now, and hears what others have. */
  async exchange(): Promise<void> {
    // One that is under way took what there was when it began.
    await this.exchanging;
    this.exchanging ??= this.tellAndHear().finally(() => (this.exchanging = null));
    return this.exchanging;
  }

  private get isOn(): boolean {
    return this.settings.requestsPerMinute > 0 || this.settings.accountRequestsPerMinute > 0;
  }

  private count(policy: Standing['policy'], who: string, limit: number): Standing | null {
    if (limit === 0) return null;
    const counted = this.current();
    const count = counted.countOne(this.nameOf(`${policy} ${who}`, counted.minute));
    return { policy, limit, left: limit - count, seconds: secondsLeftInSlot(MINUTE_MS) };
  }

  private current(): CountedMinute {
    const minute = realTimeSlot(MINUTE_MS);
    if (this.counted.minute !== minute) {
      this.counted = new CountedMinute(minute);
      this.names = new Map();
    }
    return this.counted;
  }

  /** Neither an address nor an account can be read from its name, nor followed by it from one minute to the next. */
  private nameOf(who: string, minute: number): string {
    const known = this.names.get(who);
    if (known) return known;
    const name = createHmac('sha256', this.secret)
      .update(`${minute} ${who}`)
      .digest('base64url')
      .slice(0, 22);
    this.names.set(who, name);
    return name;
  }

  private async tellAndHear(): Promise<void> {
    const { counted } = this;
    const taken: Counts = counted.take();
    if (taken.size === 0) return;
    try {
      counted.know(await this.store.add(counted.minute, taken));
      if (this.forgotten !== counted.minute) await this.store.forgetBefore(counted.minute - 1);
      this.forgotten = counted.minute;
      this.storeIsDown = false;
    } catch (error) {
      counted.giveBack(taken);
      if (!this.storeIsDown) this.logger.warn('requests are counted by each process for itself', error);
      this.storeIsDown = true;
    }
  }
}

/** An IPv6 user has a whole /64 of addresses and may send from each. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
