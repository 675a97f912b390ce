import { ValidateBy, isEmail, isURL } from 'class-validator';

const LONGEST_ADDRESS = 500;
const PAGE = { protocols: ['https'], require_protocol: true, require_tld: false, disallow_auth: true };

/** Whether an address is one for mail or a page of the web; null when it is neither. */
export function contactOf(address: string): 'mail' | 'page' | null {
  if (address.length > LONGEST_ADDRESS) return null;
  if (isEmail(address, { require_tld: false })) return 'mail';
  return isURL(address, PAGE) ? 'page' : null;
}

/** Where somebody can write to: a mail address, or a page over https. */
export function IsReportAddress(): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isReportAddress',
      validator: { validate: (value) => typeof value === 'string' && contactOf(value) !== null },
    },
    { message: 'must be a mail address, or the address of a page that begins with https:' },
  );
}
