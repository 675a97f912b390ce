import account from '@/account/i18n/ar.json';
import staff from '@/staff/i18n/ar.json';

/** What the pages behind the sign-in say besides. */
const sentences = { account, staff };
export default sentences;
