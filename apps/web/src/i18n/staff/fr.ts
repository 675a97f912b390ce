import account from '@/account/i18n/fr.json';
import admin from '@/admin/i18n/fr.json';
import agreements from '@/agreements/i18n/fr.json';
import logging from '@/logging/i18n/fr.json';
import people from '@/people/i18n/fr.json';
import portal from '@/portal/i18n/fr.json';
import records from '@/records/i18n/fr.json';
import review from '@/review/i18n/fr.json';
import staff from '@/staff/i18n/fr.json';

/** What the pages behind the sign-in say besides. */
const sentences = { account, admin, agreements, logging, people, portal, records, review, staff };
export default sentences;
