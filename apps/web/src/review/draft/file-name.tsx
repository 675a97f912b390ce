import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Name } from '@/ui/text';

/** Where a file of an agreement is handed out. */
export function addressOfFile(agreementId: string, fileId: string): string {
  return `/api/v1/agreements/${agreementId}/files/${fileId}/content`;
}

/** A file of an agreement by its id: its name, and the way to it. */
export function FileName({ agreementId, id }: { readonly agreementId: string; readonly id: string }) {
  const { t } = useTranslation('review');
  const { data, isError } = useApi().useQuery(
    'get',
    '/api/v1/agreements/{id}/files/{fileId}',
    { params: { path: { id: agreementId, fileId: id } } },
    { staleTime: 300_000, retry: false },
  );
  if (isError) return <span className="muted">{t('nameUnread')}</span>;
  if (!data) return <span className="muted">…</span>;
  return (
    <a href={addressOfFile(agreementId, id)} download>
      <Name>{data.title ?? data.fileName}</Name>
    </a>
  );
}
