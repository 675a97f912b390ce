import { useTranslation } from 'react-i18next';
import type { components } from '../../../.generated/schema';
import { addressOfFile } from './file-name';

/** Kinds of files that the policy of the pages lets a browser show within one: images, and nothing that could run. */
const IMAGES: readonly string[] = ['image/png', 'image/jpeg'];

/** Whether a file can be shown within the page. */
export function isShown(mediaType: string): boolean {
  return IMAGES.includes(mediaType);
}

/** A scanned page within the page. */
export function FileView({ file }: { readonly file: components['schemas']['AgreementFileResponse'] }) {
  const { t } = useTranslation('review');
  return (
    <img
      className="file-view"
      src={addressOfFile(file.agreementId, file.id)}
      alt={t('files.imageOf', { name: file.fileName })}
    />
  );
}
