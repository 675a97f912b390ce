import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Button } from '@/ui/button';
import { Empty, Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import type { components } from '../../../.generated/schema';
import { addressOfFile } from './file-name';
import { FileView, isShown } from './file-view';

type RecordedFile = components['schemas']['AgreementFileResponse'];

/** The documents of an agreement: what they are, to be kept, and opened here where a browser shows them. */
export function RecordFiles({ agreementId }: { readonly agreementId: string }) {
  const { t } = useTranslation('review');
  const files = useApi().useQuery('get', '/api/v1/agreements/{id}/files', {
    params: { path: { id: agreementId }, query: { limit: 100 } },
  });
  return (
    <section className="section">
      <h2>{t('files.title')}</h2>
      <Loaded query={files} lines={2}>
        {({ items }) => {
          const standing = items.filter(({ withdrawal }) => withdrawal === null);
          return standing.length === 0 ? (
            <Empty title={t('files.none')} />
          ) : (
            <ul className="citations">
              {standing.map((file) => (
                <li key={file.id}>
                  <OneFile file={file} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}

function OneFile({ file }: { readonly file: RecordedFile }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const size = formatNumber(Math.max(1, Math.round(file.bytes / 1024)), language, {
    style: 'unit',
    unit: 'kilobyte',
    unitDisplay: 'short',
  });
  return (
    <>
      <p>
        <strong>
          <Name>{file.title ?? file.fileName}</Name>
        </strong>
        <small className="muted block">
          {t(`words:fileRole.${file.role}`)} · {size}
        </small>
      </p>
      <div className="actions no-print">
        {isShown(file.mediaType) ? (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('files.close') : t('files.open')}
          </Button>
        ) : null}
        <a className="button button-quiet" href={addressOfFile(file.agreementId, file.id)} download>
          {t('files.download')}
        </a>
      </div>
      {open ? <FileView file={file} /> : null}
    </>
  );
}
