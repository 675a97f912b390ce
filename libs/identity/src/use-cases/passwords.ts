import { Algorithm, hash, verify } from '@node-rs/argon2';
import { TooManyAtOnce } from '@app/platform';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

/** Hash of no password, so that an unknown account costs the same work as a known one. */
const UNKNOWN =
  '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$Gvd2rXAtBIfUx8OCyZ7Kb5rGZ3LzM8RzRRqCzwJHzqk';

/** The argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
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

/** Whether the password is the one behind the hash; does the same work when there is no hash. @throws TooManyAtOnce */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const right = await inTurn(() => verify(passwordHash ?? UNKNOWN, password));
  return right && passwordHash !== null;
}
