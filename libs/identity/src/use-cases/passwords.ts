import { Algorithm, hash, verify } from '@node-rs/argon2';
import { TooManyAtOnce } from '@app/platform';
import { normalisedPassword } from '../domain/password-rules';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

const { memoryCost, timeCost, parallelism } = PARAMETERS;

/** How a hash made with these parameters begins. */
const OF_TODAY = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`;

/** Hash of no password, so that an unknown account costs the same work as a known one. */
const UNKNOWN = `${OF_TODAY}MDEyMzQ1Njc4OWFiY2RlZg$Gvd2rXAtBIfUx8OCyZ7Kb5rGZ3LzM8RzRRqCzwJHzqk`;

/** The argon2id hash of a password, in PHC form. @throws TooManyAtOnce */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalisedPassword(password), PARAMETERS));
}

/** Hashing takes memory and a core: so many at once, so many waiting, and the rest is asked to come back. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;
const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new TooManyAtOnce();
    await new Promise<void>((turn) => waiting.push(turn));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Whether a password was right, and whether its hash should be made anew, for it was made another way than today's. */
export interface PasswordCheck {
  readonly right: boolean;
  readonly outdated: boolean;
}

/**
 * Whether the password is the one behind the hash; does the same work when there is no hash. Hashes of the first
 * version were made of passwords as they were typed, so one that has another form is tried in both.
 * @throws TooManyAtOnce
 */
export async function checkPassword(password: string, passwordHash: string | null): Promise<PasswordCheck> {
  const normalised = normalisedPassword(password);
  for (const form of new Set([normalised, password])) {
    const right = await inTurn(() => verify(passwordHash ?? UNKNOWN, form));
    if (right && passwordHash !== null) {
      return { right, outdated: form !== normalised || !passwordHash.startsWith(OF_TODAY) };
    }
  }
  return { right: false, outdated: false };
}
