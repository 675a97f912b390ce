import account from '@/account/i18n/ar.json';
import admin from '@/admin/i18n/ar.json';
import agreements from '@/agreements/i18n/ar.json';
import logging from '@/logging/i18n/ar.json';
import people from '@/people/i18n/ar.json';
import portal from '@/portal/i18n/ar.json';
import records from '@/records/i18n/ar.json';
import review from '@/review/i18n/ar.json';
import staff from '@/staff/i18n/ar.json';

/** What the pages behind the sign-in say besides. */
const sentences = { account, admin, agreements, logging, people, portal, records, review, staff };
export default sentences;
