import account from '@/account/i18n/en.json';
import admin from '@/admin/i18n/en.json';
import agreements from '@/agreements/i18n/en.json';
import logging from '@/logging/i18n/en.json';
import people from '@/people/i18n/en.json';
import portal from '@/portal/i18n/en.json';
import records from '@/records/i18n/en.json';
import review from '@/review/i18n/en.json';
import staff from '@/staff/i18n/en.json';

/** What the pages behind the sign-in say besides. */
const sentences = { account, admin, agreements, logging, people, portal, records, review, staff };
export default sentences;
