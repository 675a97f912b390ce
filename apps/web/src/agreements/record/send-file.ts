import { signInAgain } from '@/app/session-end';

export interface Sending {
  readonly done: Promise<unknown>;
  readonly cancel: () => void;
}

/** Sends a form with a file, and says how much of it has gone; it may be stopped on the way. */
export function sendFile(
  address: string,
  form: FormData,
  language: string,
  onProgress: (share: number) => void,
): Sending {
  let request: XMLHttpRequest | null = null;
  const attempt = () =>
    new Promise<unknown>((resolve, reject) => {
      const sent = new XMLHttpRequest();
      request = sent;
      sent.open('POST', address);
      sent.setRequestHeader('accept-language', language);
      sent.responseType = 'json';
      sent.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      sent.onload = () => {
        if (sent.status < 300) resolve(sent.response);
        else reject((sent.response as Error | null) ?? new Error(String(sent.status)));
      };
      sent.onerror = () => reject(new TypeError('unreachable'));
      sent.onabort = () => reject(new DOMException('', 'AbortError'));
      sent.send(form);
    });
  const done = attempt().catch(async (refused: unknown) => {
    if ((refused as { status?: number } | null)?.status !== 401) throw refused;
    await signInAgain();
    return attempt();
  });
  return { done, cancel: () => request?.abort() };
}
