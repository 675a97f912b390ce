import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SendIdentityMail } from '@app/identity';
import { Outbox } from '@app/platform';
import type { DataSource } from 'typeorm';

interface Application {
  readonly get: <T>(token: abstract new (...args: never[]) => T) => T;
}

/** Does the mails about accounts that wait in the outbox, as a relay and a queue would; answers what each failed with. */
export async function sendIdentityMails(app: Application, db: DataSource): Promise<(Error | null)[]> {
  const rows = await db.query<{ id: string; payload: { mailId: string } }[]>(
    `SELECT id, payload FROM outbox WHERE job = 'identity.mail' ORDER BY available_at, id`,
  );
  const outcomes: (Error | null)[] = [];
  for (const { id, payload } of rows) {
    outcomes.push(
      await app
        .get(SendIdentityMail)
        .execute(payload.mailId, app.get(Outbox).deliveryOf(id))
        .then(() => null)
        .catch((error: Error) => error),
    );
  }
  return outcomes;
}

/** The mails to somebody that lie as files in the outbox folder, in no order. */
export async function mailFilesTo(dataDir: string, address: string): Promise<readonly Email[]> {
  const folder = join(dataDir, 'outbox');
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((name) => PostalMime.parse(readFileSync(join(folder, name)))));
  return mails.filter(({ to }) => to?.some((one) => one.address === address));
}

/** The token that a mail carries behind the hash mark of its link. */
export function tokenIn({ text = '' }: Email): string {
  const token = /https?:\/\/\S+#([\w-]{43})\s/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no link in ${text}`);
  return token;
}
