/**
 * Checks an export of the audit trail with nothing but Node: no package, no build, no register.
 *
 *   node verify-audit.cjs <export.jsonl> [--public-key <key.pem>]… [--checkpoint <file.json>]… [--training-clock]
 *
 * A checkpoint file is an answer of GET /api/v1/public/audit-checkpoints, or one checkpoint of it. With a public key,
 * checkpoints count only when that key signed them. Ends with 0 when the trail is sound, with 1 when it is not, with 2
 * when it could not be read. `npm run audit:verify` streams the database through the same code.
 */
const { createHash, createPublicKey, verify } = require('node:crypto');

const MINUTE = 60_000;
/** Clocks of machines and long transactions differ by less; what differs by more was written by nobody honest. */
const LEEWAY = 60 * MINUTE;
const BEFORE_THE_FIRST = '0'.repeat(64);

/** The canonical form of a JSON value (RFC 8785). */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const canonicalSha256 = (value) => sha256(canonical(value));

/** A number as sign, digits and power of ten: the same for all ways to write it. */
function numberSaid(token) {
  const [, sign, whole, fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  if (whole === undefined) return token;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const cut = digits.replace(/0+$/, '');
  return cut === '' ? '0' : `${sign}${cut}e${Number(power) - fraction.length + digits.length - cut.length}`;
}

/**
 * Whether all numbers of a text are such as JSON's own hold exactly. The trail holds no others, and one that was made
 * a little longer would have the same canonical form.
 */
function holdsExactNumbers(json) {
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g)) {
    if (token[0] !== '"' && numberSaid(token) !== numberSaid(String(Number(token)))) return false;
  }
  return true;
}

/** Pointers (RFC 6901) to what stands in a payload for a personal value. */
function digestsIn(part, pointer = '') {
  if (typeof part !== 'object' || part === null) return [];
  const keys = Object.keys(part);
  if (keys.length === 1 && /^[0-9a-f]{64}$/.test(part.personal)) return [[pointer, part.personal]];
  return keys.flatMap((key) =>
    digestsIn(part[key], `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`),
  );
}

/** Milliseconds in an identifier of version 7; not a number for any other. */
function instantOfId(id) {
  return id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : NaN;
}

function fingerprintOf(pem) {
  return sha256(createPublicKey(pem).export({ type: 'spki', format: 'der' }));
}

/** The exact text that the signature of a checkpoint is over. */
function signedTextOf({ sequence, linkSha256, entries, madeOn, madeAt, keyFingerprint }) {
  const format = 'mithaq-audit-checkpoint/1';
  return canonical({ format, sequence, linkSha256, entries, madeOn, madeAt, keyFingerprint });
}

/** What is wrong with a checkpoint in itself; null when the key that it names signed it. */
function faultOfCheckpoint(checkpoint, pinned) {
  try {
    const key = createPublicKey(checkpoint.publicKey);
    const signature = Buffer.from(checkpoint.signature, 'base64');
    if (fingerprintOf(checkpoint.publicKey) !== checkpoint.keyFingerprint)
      return 'its key is not the one it names';
    if (!verify(null, Buffer.from(signedTextOf(checkpoint)), key, signature)) return 'its signature is wrong';
    if (checkpoint.entries !== checkpoint.sequence) return 'it counts other entries than there are numbers';
  } catch {
    return 'it cannot be read';
  }
  if (pinned.size > 0 && !pinned.has(checkpoint.keyFingerprint)) return 'none of the given keys signed it';
  return null;
}

/** Takes an export line by line and remembers only where the chain stands. */
class TrailVerifier {
  /**
   * @param options.publicKeys PEMs of the keys whose checkpoints count; those of any key when empty
   * @param options.checkpoints checkpoints kept elsewhere
   * @param options.trainingClock whether business time was not the real time
   * @param options.onRedacted told each place whose personal value was erased
   */
  constructor({
    publicKeys = [],
    checkpoints = [],
    trainingClock = false,
    onRedacted = () => undefined,
  } = {}) {
    this.pinned = new Set(publicKeys.map(fingerprintOf));
    this.trainingClock = trainingClock;
    this.onRedacted = onRedacted;
    this.checkpoints = new Map();
    this.newestCheckpoint = null;
    this.introducedKeys = new Set();
    this.before = { sequence: 0, entryId: null, linkSha256: BEFORE_THE_FIRST };
    this.latestRecord = -Infinity;
    this.latestSeal = -Infinity;
    this.counts = { entries: 0, unsealed: 0, redacted: 0, checkpoints: 0, faults: 0 };
    this.exportedAt = NaN;
    this.ended = false;
    this.firstFault = null;
    for (const checkpoint of checkpoints) this.expect(checkpoint, 'kept elsewhere');
  }

  /** Takes the next line of the export. */
  take(line) {
    if (line.trim() === '') return;
    let said;
    try {
      said = JSON.parse(line);
    } catch {
      return this.fault(this.before.sequence + 1, null, 'unreadable', 'a line of the export is no JSON');
    }
    if (said === null || typeof said !== 'object') said = {};
    if (said.type === 'export') this.exportedAt = Date.parse(said.exportedAt);
    else if (said.type === 'checkpoint') this.expect(said, 'of the register');
    else if (said.type === 'link') this.takeLink(said, line);
    else if (said.type === 'unsealed') this.takeUnsealed(said, line);
    else if (said.type === 'end') this.takeEnd(said);
    else this.fault(this.before.sequence + 1, null, 'unreadable', 'a line of the export is of no known type');
  }

  /** What was found, once all lines are taken. */
  finish() {
    const head = this.before;
    for (const [sequence, expected] of this.checkpoints) {
      if (sequence <= head.sequence) continue;
      const { madeOn } = expected[0].checkpoint;
      const what = `the tail is cut: a checkpoint of ${madeOn} goes up to ${sequence}, the chain to ${head.sequence}`;
      this.fault(head.sequence + 1, null, 'truncated', what);
    }
    if (!this.ended)
      this.fault(head.sequence + 1, null, 'export_cut', 'the export is not whole: its last line is missing');
    return {
      ...this.counts,
      sound: this.counts.faults === 0,
      firstFault: this.firstFault,
      headSequence: head.sequence,
      headSha256: head.linkSha256,
      newestCheckpoint: this.newestCheckpoint,
      keysPinned: this.pinned.size > 0,
    };
  }

  /** The lowest number is the first broken entry; what has no number comes after all that have. */
  fault(sequence, entryId, code, what) {
    this.counts.faults += 1;
    if (this.firstFault !== null && (this.firstFault.sequence ?? Infinity) <= (sequence ?? Infinity)) return;
    this.firstFault = { sequence, entryId, code, what };
  }

  expect(checkpoint, origin) {
    this.counts.checkpoints += 1;
    const { sequence } = checkpoint;
    const fault = faultOfCheckpoint(checkpoint, this.pinned);
    this.checkpoints.set(sequence, [
      ...(this.checkpoints.get(sequence) ?? []),
      { checkpoint, origin, fault },
    ]);
    const newest = this.newestCheckpoint;
    const isNewer =
      newest === null ||
      sequence > newest.sequence ||
      (sequence === newest.sequence && checkpoint.madeAt > newest.madeAt);
    if (fault === null && isNewer) this.newestCheckpoint = checkpoint;
  }

  takeLink(link, line) {
    const { sequence, entryId, entry } = link;
    const fault = (code, what) => this.fault(sequence, entryId, code, what);
    this.counts.entries += 1;
    this.checkPlace(link);
    if (entry === null) fault('deleted', 'the entry is gone');
    else if (!this.says(entry, link.entrySha256, line))
      fault('edited', 'the entry does not say what was sealed');
    else {
      this.checkTimes(entry, link, fault);
      if (entry.action === 'audit_key.introduced') this.introducedKeys.add(entry.payload.fingerprint);
    }
    if (entry !== null) this.checkPersonal(link, fault);
    for (const expected of this.checkpoints.get(sequence) ?? []) this.checkAgainst(expected, link, fault);
    this.before = { sequence, entryId, linkSha256: link.linkSha256, previousSha256: link.previousSha256 };
  }

  /** Whether the link is the next one, and follows the one before. */
  checkPlace({ sequence, entryId, entrySha256, previousSha256, linkSha256, sealedAt }) {
    const { before } = this;
    if (sequence !== before.sequence + 1) {
      if (sequence > before.sequence) {
        const what = `the link is missing, and all up to that of entry ${entryId}`;
        this.fault(before.sequence + 1, null, 'missing', what);
      } else this.fault(sequence, entryId, 'repeated', 'two links have this number');
      return;
    }
    const sealedAs = (number) =>
      canonicalSha256({ sequence: number, entryId, entrySha256, previousSha256, sealedAt }) === linkSha256;
    const follows = previousSha256 === before.linkSha256;
    if (follows && sealedAs(sequence)) return;
    // A link that is as it was sealed speaks against the one before it, which was not there then.
    if (previousSha256 === before.previousSha256 && (sealedAs(sequence) || sealedAs(sequence - 1)))
      this.fault(
        before.sequence,
        before.entryId,
        'inserted',
        `it was not there when entry ${entryId} was sealed`,
      );
    else if (follows) this.fault(sequence, entryId, 'link_edited', 'the link does not say what was sealed');
    else if (sealedAs(sequence) && before.sequence > 0) {
      const what = `it is not what ${sequence} was sealed after: it was rewritten, or what followed it taken out`;
      this.fault(before.sequence, before.entryId, 'rewritten', what);
    } else this.fault(sequence, entryId, 'out_of_order', 'it was sealed in another place of the chain');
  }

  says({ payload, ...fields }, entrySha256, line) {
    if (typeof payload !== 'object' || payload === null || !holdsExactNumbers(line)) return false;
    return canonicalSha256({ ...fields, payloadSha256: canonicalSha256(payload) }) === entrySha256;
  }

  /** An entry that was slipped in says a time that the others around it do not. */
  checkTimes(entry, { sealedAt }, fault) {
    const [recorded, done, sealed] = [entry.recordedAt, entry.at, sealedAt].map((text) => Date.parse(text));
    const apart = (a, b) => !(Math.abs(a - b) <= LEEWAY);
    if (apart(instantOfId(entry.id), recorded))
      fault('times_disagree', 'its identifier was made at another time than it was recorded');
    else if (!this.trainingClock && apart(done, recorded))
      fault('times_disagree', 'it says that it was done at another time than it was recorded');
    else if (!(recorded <= sealed + LEEWAY)) fault('times_disagree', 'it was sealed before it was recorded');
    else if (recorded < this.latestRecord - LEEWAY)
      fault('back_dated', 'entries that were sealed before it were recorded more than an hour after it');
    else if (sealed < this.latestSeal - LEEWAY)
      fault('back_dated', 'it says that it was sealed before those before it');
    if (recorded > this.latestRecord) this.latestRecord = recorded;
    if (sealed > this.latestSeal) this.latestSeal = sealed;
  }

  checkPersonal({ sequence, entryId, entry, personal }, fault) {
    const kept = new Map(personal.map((one) => [one.pointer, one]));
    for (const [pointer, digest] of digestsIn(entry.payload)) {
      const one = kept.get(pointer);
      kept.delete(pointer);
      if (one === undefined) {
        this.counts.redacted += 1;
        this.onRedacted({ sequence, entryId, pointer });
      } else if (sha256(Buffer.from(one.salt, 'hex'), one.value) !== digest) {
        fault('edited', `the personal value at ${pointer} is not the one that was sealed`);
      }
    }
    for (const pointer of kept.keys())
      fault('edited', `it has a personal value at ${pointer} that was not sealed`);
  }

  checkAgainst({ checkpoint, origin, fault: ownFault }, { linkSha256 }, fault) {
    const name = `the checkpoint of ${checkpoint.madeOn} (${origin})`;
    if (ownFault !== null) fault('checkpoint_forged', `${name} does not count: ${ownFault}`);
    else if (checkpoint.linkSha256 !== linkSha256)
      fault('rewritten', `${name} signed another chain up to here: it was rewritten, here or before`);
    else if (!this.introducedKeys.has(checkpoint.keyFingerprint))
      fault('checkpoint_forged', `${name} was signed with a key that no entry before it introduces`);
  }

  /** The sealer takes a second; what waits for a minute was slipped past it, or nothing seals. */
  takeUnsealed({ entry, personal }, line) {
    this.counts.unsealed += 1;
    const age = this.exportedAt - Date.parse(entry.recordedAt);
    const fault = (code, what) => this.fault(null, entry.id, code, what);
    if (!(Math.abs(age) <= MINUTE))
      fault('unsealed', 'the entry is not sealed though it was recorded over a minute ago');
    if (!holdsExactNumbers(line)) fault('edited', 'the entry has a number that no register writes');
    this.checkPersonal({ sequence: null, entryId: entry.id, entry, personal }, fault);
  }

  takeEnd({ links, unsealed }) {
    this.ended = true;
    if (links !== this.counts.entries || unsealed !== this.counts.unsealed)
      this.fault(this.before.sequence + 1, null, 'export_cut', 'the export is not whole: lines are missing');
  }
}

const many = (count, one, several) => `${count.toLocaleString('en')} ${count === 1 ? one : several}`;

/** The report of a verification, a sentence a line. */
function sentencesOf(report) {
  const { sound, firstFault, entries, unsealed, redacted, faults, newestCheckpoint, keysPinned } = report;
  const lines = [
    `${many(entries, 'entry', 'entries')} sealed, ${unsealed.toLocaleString('en')} unsealed, ${many(redacted, 'value', 'values')} redacted`,
    `head ${report.headSequence} ${report.headSha256}`,
    newestCheckpoint === null
      ? 'no checkpoint: whether the tail was cut or all of it rewritten cannot be told'
      : `newest checkpoint ${newestCheckpoint.sequence} of ${newestCheckpoint.madeOn}, key ${newestCheckpoint.keyFingerprint}`,
  ];
  if (newestCheckpoint !== null && !keysPinned)
    lines.push('the key was taken from the checkpoint itself: --public-key holds it against one you trust');
  if (sound) return [...lines, 'SOUND'];
  const place = firstFault.sequence === null ? 'unsealed' : `sequence ${firstFault.sequence}`;
  const others = faults > 1 ? ` (${many(faults - 1, 'fault', 'faults')} more)` : '';
  return [...lines, `BROKEN at ${place}, entry ${firstFault.entryId ?? '-'}: ${firstFault.what}${others}`];
}

function redactedSentence({ sequence, entryId, pointer }) {
  return `redacted ${sequence ?? 'unsealed'} ${entryId} ${pointer}`;
}

/** The checkpoints of a file: one, a list, or a page of the public route. */
function checkpointsIn(text) {
  const said = JSON.parse(text);
  return Array.isArray(said) ? said : (said.items ?? [said]);
}

/** Reads the arguments of a verification; the files of keys and checkpoints are read at once. */
function readArguments(args) {
  const { readFileSync } = require('node:fs');
  const options = { publicKeys: [], checkpoints: [], trainingClock: false };
  const files = [];
  const given = [...args];
  while (given.length > 0) {
    const name = given.shift();
    if (name === '--public-key') options.publicKeys.push(readFileSync(given.shift(), 'utf8'));
    else if (name === '--checkpoint')
      options.checkpoints.push(...checkpointsIn(readFileSync(given.shift(), 'utf8')));
    else if (name === '--training-clock') options.trainingClock = true;
    else if (name.startsWith('--')) throw new Error(`There is no option ${name}.`);
    else files.push(name);
  }
  return { options, files };
}

async function main(args) {
  const { createReadStream } = require('node:fs');
  const { createInterface } = require('node:readline');
  const { options, files } = readArguments(args);
  if (files.length !== 1)
    throw new Error('Which export? node verify-audit.cjs <export.jsonl> --public-key <key.pem>');
  const onRedacted = (place) => console.log(redactedSentence(place));
  const verifier = new TrailVerifier({ ...options, onRedacted });
  const input = createReadStream(files[0]);
  const failed = new Promise((_, reject) => input.once('error', reject));
  const read = async () => {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) verifier.take(line);
  };
  await Promise.race([read(), failed]);
  const report = verifier.finish();
  for (const line of sentencesOf(report)) console.log(line);
  return report.sound ? 0 : 1;
}

module.exports = { TrailVerifier, sentencesOf, redactedSentence, readArguments };

if (require.main === module) {
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error) => {
      console.error(error.message);
      process.exitCode = 2;
    },
  );
}
