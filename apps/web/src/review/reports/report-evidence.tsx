import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Empty, Failure } from '@/ui/states';
import { Name } from '@/ui/text';
import '@/records/records.css';
import type { Report } from './reported';

type Evidence = Report['evidence'][number];

/** What supports the figures, the strongest first: the kind of each and its rank among all kinds. */
export function ReportEvidence({ report }: { readonly report: Report }) {
  const { t } = useTranslation('review');
  const strongestFirst = [...report.evidence].sort((a, b) => rankOf(b) - rankOf(a));
  const stated = report.content.evidence;
  return (
    <section className="section">
      <h2>{t('reports.evidence')}</h2>
      {strongestFirst.length === 0 && stated.length === 0 ? (
        <Empty title={t('reports.noEvidence')} />
      ) : (
        <ul className="citations">
          {strongestFirst.map((file) => (
            <li key={file.id}>
              <OneFile reportId={report.id} file={file} />
            </li>
          ))}
          {stated.map(({ figure, kind }) => (
            <li key={`${figure} ${kind}`}>
              <strong>{t(`reports.rank.${kind as 'none'}`)}</strong>
              <small className="muted block">
                {t('reports.for', { figure: t(`reports.figure.${figure as 'value'}`) })} ·{' '}
                {t('reports.withoutFile')}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const RANKS: readonly Evidence['kind'][] = [
  ...(['none', 'self_declared', 'company_document', 'payroll_or_cnss'] as const),
  ...(['zone_manager_or_ministry', 'site_visit', 'independent_audit'] as const),
];

/** From 0 for none to 6 for an independent audit. */
function rankOf({ kind }: Evidence): number {
  return RANKS.indexOf(kind);
}

function OneFile({ reportId, file }: { readonly reportId: string; readonly file: Evidence }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const size =
    file.bytes === null
      ? null
      : formatNumber(Math.max(1, Math.round(file.bytes / 1024)), language, {
          ...{ style: 'unit', unit: 'kilobyte', unitDisplay: 'short' },
        });
  return (
    <>
      <p>
        <strong>{t(`reports.rank.${file.kind}`)}</strong>{' '}
        {file.nominative ? <Badge tone="attention">{t('reports.nominative')}</Badge> : null}
        <small className="muted block">
          {t('reports.rankOf', {
            rank: formatNumber(rankOf(file), language),
            highest: formatNumber(RANKS.length - 1, language),
          })}{' '}
          · {t('reports.for', { figure: t(`reports.figure.${file.figure as 'value'}`) })}
        </small>
      </p>
      <p className="small">
        <Name>{file.fileName}</Name>
        {size ? ` · ${size}` : ''} · {formatDay(file.recordedOn, language)}
      </p>
      {file.extract ? (
        <p>
          <span className="muted">{t('reports.extract')}</span> <Name>{file.extract}</Name>
        </p>
      ) : null}
      <details className="small">
        <summary>SHA-256</summary>
        <bdi className="digest">{file.sha256}</bdi>
      </details>
      {file.erasedOn ? (
        <p className="muted">{t('reports.erased', { day: formatDay(file.erasedOn, language) })}</p>
      ) : (
        <OpenFile reportId={reportId} file={file} />
      )}
    </>
  );
}

/**
 * Hands the file out. It is read by the page and not by a link: who may not open it is told why, where a link would
 * hand out the refusal as a file.
 */
function OpenFile({ reportId, file }: { readonly reportId: string; readonly file: Evidence }) {
  const { t } = useTranslation('review');
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    setBusy(true);
    setError(null);
    try {
      const { data, error: refused } = await client.GET(
        '/api/v1/reports/{id}/evidence/{evidenceId}/content',
        {
          params: { path: { id: reportId, evidenceId: file.id } },
          parseAs: 'blob',
        },
      );
      if (data) hand(data, file.fileName);
      else setError(refused);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <div className="stack no-print">
      {file.nominative ? <Notice tone="attention">{t('reports.nominativeText')}</Notice> : null}
      <div>
        <Button busy={busy} onClick={() => void open()}>
          {t('reports.open')} <span className="visually-hidden">{file.fileName}</span>
        </Button>
      </div>
      {error ? <Failure error={error} /> : null}
    </div>
  );
}

function hand(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
