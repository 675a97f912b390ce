import { useTranslation } from 'react-i18next';

/** What exactly waits, in words: the codes of a row of a work list are of its list. */
export function useAbout(): (list: string, codes: readonly string[]) => string[] {
  const { t, i18n } = useTranslation(['review', 'words']);
  /** The word for a code in the first catalogue that has it; the code itself for what came later. */
  const word = (code: string, ...catalogues: readonly string[]): string => {
    const key = catalogues.map((one) => `${one}.${code}`).find((one) => i18n.exists(one));
    return key ? t(key as 'words:field.title') : code;
  };
  return (list, codes) => {
    switch (list) {
      case 'contradictions':
        return codes.slice(1).map((code) => word(code, 'words:citationField'));
      case 'duplicates':
        return codes.map((code, index) =>
          index === 0 ? t('queue.with', { reference: code }) : word(code, 'words:duplicateCode'),
        );
      case 'open_conditions':
        return codes.map((number) => t('queue.condition', { number }));
      case 'change_requests':
        return codes.map((code) => word(code, 'words:changeRequestWhat'));
      case 'reports_to_review':
      case 'reports_late':
        return codes.map((code) => word(code, 'review:reports.state'));
      case 'to_sign':
      case 'fulfilments':
        return codes.map((code) => word(code, 'words:legalState'));
      default:
        return codes.map((code) => word(code, 'words:draftKind', 'review:about'));
    }
  };
}
