import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/app/services';
import { Failure, Skeleton } from '@/ui/states';
import type { components } from '../../../.generated/schema';

/** Kinds of files that a browser shows by itself, as images and nothing that runs. */
const IMAGES: readonly string[] = ['image/png', 'image/jpeg'];

/** Whether a file can be shown within the page. */
export function isShown(mediaType: string): boolean {
  return IMAGES.includes(mediaType) || mediaType === 'application/pdf';
}

/** A file within the page. It is read once, and given back when it is closed. */
export function FileView({ file }: { readonly file: components['schemas']['AgreementFileResponse'] }) {
  const { t } = useTranslation('review');
  const client = useClient();
  const [shown, setShown] = useState<{ readonly address?: string; readonly error?: unknown }>({});
  const { id, agreementId, mediaType, fileName } = file;
  useEffect(() => {
    let address: string | undefined;
    let isLeft = false;
    void client
      .GET('/api/v1/agreements/{id}/files/{fileId}/content', {
        params: { path: { id: agreementId, fileId: id } },
        parseAs: 'blob',
      })
      .then(({ data, error }) => {
        if (isLeft) return;
        if (!data) return setShown({ error });
        address = URL.createObjectURL(new Blob([data], { type: mediaType }));
        setShown({ address });
      })
      .catch((error: unknown) => setShown({ error }));
    return () => {
      isLeft = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [client, agreementId, id, mediaType]);
  if (shown.error) return <Failure error={shown.error} />;
  if (!shown.address) return <Skeleton lines={6} />;
  return IMAGES.includes(mediaType) ? (
    <img className="file-view" src={shown.address} alt={t('files.imageOf', { name: fileName })} />
  ) : (
    <iframe className="file-view file-view-pages" src={shown.address} title={fileName} />
  );
}
