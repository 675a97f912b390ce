import { MEDIA_TYPES, type MediaType } from './media-types';

const LONGEST = 120;
/** What no system takes in a name, what controls a line or the direction of writing, and half characters. */
const UNSHOWABLE = /["*/:<>?\\|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
const ENDING = /\.[A-Za-z0-9]{1,5}$/;

/**
 * The name under which a file is shown and handed out, from what its sender called it: never part of a path, and with the
 * ending of what the file is.
 */
export function shownFileName(given: string, type: MediaType): string {
  const own = given.split(/[/\\]/).at(-1) ?? '';
  const clean = own
    .normalize('NFC')
    .replace(UNSHOWABLE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ENDING, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...clean].slice(0, LONGEST).join('').trim();
  return `${short === '' ? 'file' : short}.${MEDIA_TYPES[type]}`;
}

/** `Content-Disposition` of a copy to keep (RFC 6266): the name in ASCII, and as it is. */
export function asAttachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["%\\]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
