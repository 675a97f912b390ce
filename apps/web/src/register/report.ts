import { useTranslation } from 'react-i18next';
import { usePermanentAddress } from '@/app/services';
import { useAbout } from './queries';

/** Where to write that something is wrong on a page, with the page's permanent address; null where nobody said. */
export function useReportAddress(page: string): { readonly address: string; readonly href: string } | null {
  const { t } = useTranslation('shell');
  const permanent = usePermanentAddress();
  const report = useAbout()?.reportError;
  if (!report) return null;
  const { kind, address } = report;
  if (kind === 'page') return { address, href: address };
  const subject = encodeURIComponent(t('footer.subject'));
  const body = encodeURIComponent(`${permanent(page)}\n\n`);
  return { address, href: `mailto:${address}?subject=${subject}&body=${body}` };
}
