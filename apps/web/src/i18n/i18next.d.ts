import type publicSentences from './public/en';
import type staffSentences from './staff/en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    returnNull: false;
    resources: typeof publicSentences & typeof staffSentences;
  }
}
