import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatShortDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../../.generated/schema';
import type { Agreement } from './agreement-record';
import { ReasonDialog } from './reason-dialog';
import { UploadFile } from './upload-file';

type AgreementFile = components['schemas']['AgreementFileResponse'];

/** The files of the agreement: read, record, withdraw. */
export function DocumentsTab({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const language = useLanguage();
  const { can } = useSession();
  const api = useApi();
  const path = { id: agreement.id };
  const files = api.useQuery('get', '/api/v1/agreements/{id}/files', {
    params: { path, query: { limit: 100 } },
  });
  const withdraw = api.useMutation('post', '/api/v1/agreements/{id}/files/{fileId}/withdrawal');
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const mayWithdraw = can('agreement_file.withdraw') && !agreement.asOf;
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">{t('words:field.documents')}</h2>
      <Loaded query={files} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('files.none')}>{t('files.noneText')}</Empty>
          ) : (
            <Table
              caption={t('words:field.documents')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'file',
                  heading: t('files.file'),
                  isRowHeading: true,
                  cell: (file) => <FileName file={file} />,
                },
                { key: 'role', heading: t('files.role'), cell: ({ role }) => word('fileRole', role) },
                {
                  key: 'language',
                  heading: t('files.language'),
                  cell: (file) => (file.language ? word('language', file.language) : t('files.noLanguage')),
                },
                {
                  key: 'bytes',
                  heading: t('files.size'),
                  numeric: true,
                  cell: ({ bytes }) =>
                    formatNumber(Math.max(1, Math.round(bytes / 1000)), language, {
                      style: 'unit',
                      unit: 'kilobyte',
                    }),
                },
                {
                  key: 'on',
                  heading: t('words:field.recordedOn'),
                  cell: ({ recordedOn }) => formatShortDay(recordedOn, language),
                },
                ...(mayWithdraw
                  ? [
                      {
                        key: 'withdraw',
                        heading: <span className="visually-hidden">{t('files.withdraw')}</span>,
                        cell: ({ id, withdrawal }: AgreementFile) =>
                          withdrawal ? null : (
                            <Button weight="quiet" onClick={() => setWithdrawing(id)}>
                              {t('files.withdraw')}
                            </Button>
                          ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Loaded>
      {can('agreement_file.record') && !agreement.asOf ? <UploadFile agreementId={agreement.id} /> : null}
      {withdrawing ? (
        <ReasonDialog
          title={t('files.withdrawTitle')}
          action={t('files.withdraw')}
          onClose={() => setWithdrawing(null)}
          onSend={(reason) =>
            withdraw.mutateAsync({ params: { path: { ...path, fileId: withdrawing } }, body: { reason } })
          }
        />
      ) : null}
    </section>
  );
}

function FileName({ file }: { readonly file: AgreementFile }) {
  const { t } = useTranslation('agreements');
  const { can } = useSession();
  const language = useLanguage();
  const { withdrawal } = file;
  const mayRead = withdrawal ? can('agreement_file.read_withdrawn') : can('agreement_file.read');
  const name = <Name>{file.title ?? file.fileName}</Name>;
  return (
    <>
      {mayRead ? (
        <a href={`/api/v1/agreements/${file.agreementId}/files/${file.id}/content`} download={file.fileName}>
          {name}
        </a>
      ) : (
        name
      )}
      {file.title ? (
        <small className="muted line">
          <bdi>{file.fileName}</bdi>
        </small>
      ) : null}
      {withdrawal ? (
        <small className="line">
          <Badge tone="late">{t('files.withdrawn', { day: formatShortDay(withdrawal.on, language) })}</Badge>{' '}
          {withdrawal.reason ? <Name>{withdrawal.reason}</Name> : null}
        </small>
      ) : null}
    </>
  );
}
