const HIDDEN = '[redacted]';

/** What is looked through of one text; the rest of a longer one is left out, unseen: looking must stay cheap. */
const LONGEST_READ = 16_384;
/** What is kept of it. */
const LONGEST_KEPT = 8_192;

/** Names of fields whose values are nobody's business, in whatever notation they are written. */
const SECRET_NAME =
  /pass(?:word|wd|phrase|code)?$|pwd$|secret|token|cookie|authori[sz]ation|credential|otp|recovery|hash$|(?:api|private|signing|encryption|access)[_-]?key|^key$|dsn$|connection[_-]?string|e-?mail|^to$|recipient|envelope/i;

/**
 * What no line may show, by the form it has in a text. The order counts: an address with a user and a password is
 * taken before what looks like an e-mail address in it.
 */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // One-time password seeds, whatever they stand in.
  [/otpauth(?:-migration)?:[^\s"'<>]*/gi, HIDDEN],
  // Header values run to the end of their line.
  [/((?:proxy-)?authorization|(?:set-)?cookie)(["']?\s*[:=]\s*)[^\r\n]+/gi, `$1$2${HIDDEN}`],
  [/\b(bearer|basic)\s+[\w.~+/=-]{4,}/gi, `$1 ${HIDDEN}`],
  // Users and passwords in addresses, also where a password has an unescaped @ or / in it.
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s"'<>]{0,2048}@/gi, `$1${HIDDEN}@`],
  // What follows the question mark or the hash of an address may be a single-use key.
  [/\b(https?:\/\/[^\s"'<>?#]*)[?#][^\s"'<>)]*/gi, `$1?${HIDDEN}`],
  // Named values: password=…, "token": "…", DEMO_PASSWORD: …; an unquoted one may be a phrase.
  [
    /((?:pass(?:word|wd|phrase|code)|pwd|secret|token|api[_-]?key|otp|recovery[_ -]?codes?)\\*["']?\s*[:=]\s*)(?:\\"(?:(?!\\")[^\r\n])*\\"|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^,;&)}\]\r\n]+)/gi,
    `$1${HIDDEN}`,
  ],
  // What pg says of a key that exists: Key (email)=(…) already exists.
  [/(\bkey \([^=\r\n]*\)=)\([^\r\n]*\)/gi, `$1(${HIDDEN})`],
  // And of a value that it cannot read: invalid input syntax for type uuid: "…".
  [/(\binvalid input (?:syntax|value) for [^:\r\n]{1,80}: )"[^\r\n]*"/gi, `$1"${HIDDEN}"`],
  // Tokens of the register, of providers, and hashes of passwords.
  [/\bmithaq_[A-Za-z0-9_-]{16,}/g, HIDDEN],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  [/\$argon2[a-z]*\$[^\s"'<>]*/gi, HIDDEN],
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g, HIDDEN],
  // Opaque tokens are long and mix letters of both cases with digits; names and identifiers do not.
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40,}(?![\w-])/g, HIDDEN],
  // E-mail addresses, also with a quoted first part, outside ASCII, or escaped for an address.
  [
    /(?:"[^"\r\n]{1,64}"|[\p{L}\p{N}._%+'!#$&*/=?^`{|}~-]{1,64})(?:@|%40)[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/giu,
    '[e-mail]',
  ],
];

/** The text without anything that must not be read in a log. */
export function withoutSecrets(text: string): string {
  let clean = text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text;
  for (const [secret, instead] of SECRETS) clean = clean.replace(secret, instead);
  return clean.length > LONGEST_KEPT || text.length > LONGEST_READ
    ? `${clean.slice(0, LONGEST_KEPT)} […]`
    : clean;
}

const DEEPEST = 6;
const MOST_ENTRIES = 50;

/** Anything at all as something that can be written as JSON and has no secret in it. */
export function loggable(value: unknown): unknown {
  return plain(value, 0, new Set());
}

function plain(value: unknown, depth: number, above: Set<object>): unknown {
  switch (typeof value) {
    case 'string':
      return withoutSecrets(value);
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return value.toString();
    case 'symbol':
    case 'function':
      return `[${typeof value}]`;
    case 'object':
      return value === null ? null : plainObject(value, depth, above);
  }
}

function plainObject(value: object, depth: number, above: Set<object>): unknown {
  if (above.has(value)) return '[again]';
  if (depth > DEEPEST) return '[deeper]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]';
  above.add(value);
  try {
    if (value instanceof Error) return plainError(value, depth, above);
    if (value instanceof URL) return withoutSecrets(value.href);
    if (value instanceof Map) return plainFields([...value.entries()], depth, above);
    if (value instanceof Set) return plainList([...value], depth, above);
    if (Array.isArray(value)) return plainList(value, depth, above);
    return plainFields(entriesOf(value), depth, above);
  } finally {
    above.delete(value);
  }
}

function plainList(list: readonly unknown[], depth: number, above: Set<object>): unknown[] {
  return list.slice(0, MOST_ENTRIES).map((entry) => plain(entry, depth + 1, above));
}

function plainFields(entries: readonly (readonly [unknown, unknown])[], depth: number, above: Set<object>) {
  return Object.fromEntries(
    entries.slice(0, MOST_ENTRIES).map(([key, entry]) => {
      const name = withoutSecrets(String(key));
      const hidden = SECRET_NAME.test(name) && entry != null && typeof entry !== 'boolean';
      return [name, hidden ? HIDDEN : plain(entry, depth + 1, above)];
    }),
  );
}

/** A getter that fails must not cost the line. */
function entriesOf(value: object): [string, unknown][] {
  return Object.keys(value).map((key) => {
    try {
      return [key, (value as Record<string, unknown>)[key]];
    } catch {
      return [key, '[unreadable]'];
    }
  });
}

/**
 * An error by what may be known of it. Everything else that drivers hang on theirs (statements with their values,
 * answers of mail servers, recipients) is left out rather than looked through.
 */
function plainError(error: Error, depth: number, above: Set<object>): Record<string, unknown> {
  const { code, constraint, table, errors } = error as {
    code?: unknown;
    constraint?: unknown;
    table?: unknown;
    errors?: unknown;
  };
  const nested = (inner: unknown) => plain(inner, depth + 1, above);
  return {
    name: withoutSecrets(String(error.name)),
    message: messageOf(error),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: nested(code) } : {}),
    ...(typeof constraint === 'string' ? { constraint: nested(constraint) } : {}),
    ...(typeof table === 'string' ? { table: nested(table) } : {}),
    ...(error.stack ? { stack: framesOf(error.stack) } : {}),
    ...(Array.isArray(errors) ? { errors: nested(errors) } : {}),
    ...(error.cause === undefined ? {} : { cause: nested(error.cause) }),
  };
}

/** Classes of SQLSTATE whose sentences end in the value that was refused. */
const REPEATS_VALUES = /^(?:22|23|42)/;

function messageOf(error: Error): string {
  const { code } = error as { code?: unknown };
  const message = withoutSecrets(String(error.message));
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && REPEATS_VALUES.test(code)
    ? message.replace(/: "[\s\S]*$/, ': […]')
    : message;
}

/** The places alone: the head of a stack repeats the message. */
function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 30)
    .map((line) => withoutSecrets(line.trim()));
}
