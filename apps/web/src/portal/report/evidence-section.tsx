import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useClient } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { ChoiceGroup } from '@/ui/field';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { AddEvidence } from './add-evidence';
import { STATED_EVIDENCE, type ReportRecord } from './report-draft';
import type { ReportPart } from './report-part';

/** What supports the figure: files, or the word that there is none. */
export function EvidenceSection({ store, state, error }: ReportPart) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const { record, content } = state;
  const files = record.evidence.filter(({ figure }) => figure === 'value');
  const stated = content.evidence.find(({ figure }) => figure === 'value');
  const readAgain = () => store.refresh();
  return (
    <section className="section">
      <h2>{t('evidence.title')}</h2>
      <div className="stack record-form">
        {files.length === 0 ? null : (
          <ul className="own-files">
            {files.map((file) => (
              <File key={file.id} reportId={record.id} file={file} onRemoved={readAgain} />
            ))}
          </ul>
        )}
        <AddEvidence reportId={record.id} onAdded={readAgain} />
        {files.length > 0 ? null : (
          <ChoiceGroup
            label={t('evidence.without')}
            field="evidence"
            error={fieldErrorsOf(error).get('evidence') ?? null}
            choices={STATED_EVIDENCE.map((value) => ({
              value,
              label: t(`evidence.stated.${value}`),
              hint: word('evidenceRank', value),
            }))}
            chosen={stated ? [stated.kind] : []}
            onChange={([kind = 'none']) =>
              store.change((typed) => ({
                ...typed,
                evidence: [
                  ...typed.evidence.filter(({ figure }) => figure !== 'value'),
                  { figure: 'value', kind },
                ],
              }))
            }
          />
        )}
      </div>
    </section>
  );
}

function File({
  reportId,
  file,
  onRemoved,
}: {
  readonly reportId: string;
  readonly file: ReportRecord['evidence'][number];
  readonly onRemoved: () => Promise<void>;
}) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const client = useClient();
  const { error, busy, send } = useSending();
  const [gone, setGone] = useState(false);
  const path = { id: reportId, evidenceId: file.id };
  const remove = () =>
    send(
      () => client.DELETE('/api/v1/reports/{id}/evidence/{evidenceId}', { params: { path } }),
      () => {
        setGone(true);
        void onRemoved();
      },
    );
  return (
    <li>
      <Name>{file.fileName}</Name> · {word('evidenceRank', file.kind)}
      {file.nominative ? <span className="muted line">{t('evidence.isNominative')}</span> : null}
      <ErrorSummary error={error} />
      <div>
        <Button weight="quiet" busy={busy || gone} onClick={() => void remove()}>
          {t('evidence.remove', { name: file.fileName })}
        </Button>
      </div>
    </li>
  );
}
