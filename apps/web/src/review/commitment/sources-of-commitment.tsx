import { useTranslation } from 'react-i18next';
import { Badge } from '@/ui/badge';
import { Empty } from '@/ui/states';
import { Name } from '@/ui/text';
import { DayValue } from '../changes/field-values';
import { nameOfSource } from '../names';
import type { CommitmentRecord } from './commitment-page';

/** What was published on the promise, what the register follows first. */
export function SourcesOfCommitment({ commitment }: { readonly commitment: CommitmentRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const citations = [...commitment.citations].sort(
    (one, other) => Number(other.adopted) - Number(one.adopted),
  );
  return (
    <section className="section">
      <h2>{t('words:field.sources')}</h2>
      {citations.length === 0 ? <Empty title={t('sources.none')} /> : null}
      <ul className="citations">
        {citations.map(({ id, field, stated, locator, readOn, adopted, source }) => (
          <li key={id}>
            <p className="citation-of">
              {t(`words:citationField.${field as 'quantity'}`)}{' '}
              {adopted ? null : <Badge>{t('sources.alsoReported')}</Badge>}
            </p>
            {stated ? (
              <blockquote>
                <Name>{stated}</Name>
              </blockquote>
            ) : (
              <p className="muted">{t('sources.backsRecord')}</p>
            )}
            <p className="small">
              <a href={source.url} target="_blank" rel="noreferrer noopener">
                <Name>{nameOfSource(source)}</Name>
              </a>
              {locator ? (
                <>
                  {' '}
                  · <Name>{locator}</Name>
                </>
              ) : null}
              {readOn ? (
                <span className="muted">
                  {' '}
                  · {t('words:field.readOn')} <DayValue day={readOn} />
                </span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
