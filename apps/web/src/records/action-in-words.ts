import { useTranslation } from 'react-i18next';

/** Says `organisation.corrected` in words; parts that have no words stand as they are. */
export function useActionInWords(): (action: string) => string {
  const { t, i18n } = useTranslation('records');
  const said = (part: 'subject' | 'verb', code: string) =>
    i18n.exists(`records:${part}.${code}`) ? t(`${part}.${code}` as 'subject.account') : code;
  return (action) => {
    const [subject = '', verb = ''] = action.split('.');
    return `${said('subject', subject)} – ${said('verb', verb)}`;
  };
}
