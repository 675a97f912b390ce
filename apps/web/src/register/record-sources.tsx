import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { DefinitionLink } from './figure-links';
import type { AgreementRecord, Citation } from './queries';

/** Where each fact was read, source by source. */
export function RecordSources({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const sources = [...new Map(record.citations.map(({ source }) => [source.id, source])).values()];
  const unplaced = record.citations.filter(
    ({ subject, alsoReported }) => alsoReported && subject !== 'commitment' && subject !== 'milestone',
  );
  return (
    <section className="section" aria-labelledby="sources">
      <h2 id="sources">{t('sources.title')}</h2>
      <p className="muted">{word('sourcing', record.sourcing)}</p>
      <AlsoReported citations={unplaced} />
      <ol className="sources">
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            <SourceLink source={source} />
            <ul className="plain-list">
              {record.citations
                .filter((citation) => citation.source.id === source.id)
                .map((citation) => (
                  <Says key={citation.id} citation={citation} />
                ))}
            </ul>
          </li>
        ))}
      </ol>
      {sources.length === 0 ? <p>{t('sources.none')}</p> : null}
    </section>
  );
}

function SourceLink({ source: { url, title, publisher } }: { readonly source: Citation['source'] }) {
  const named = publisher ?? title;
  return (
    <p>
      <a href={url} rel="noreferrer">
        <Name>{named ?? hostOf(url)}</Name>
      </a>
      {publisher && title ? (
        <span className="block">
          <Name>{title}</Name>
        </span>
      ) : null}
    </p>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}

/** What a source says of one fact, and whether the register follows it. */
function Says({ citation }: { readonly citation: Citation }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const { field, stated, locator, readOn, adopted, alsoReported } = citation;
  return (
    <li className="small">
      <span className="muted">{word('citationField', field)}</span>{' '}
      {stated ? (
        <q>
          <Name>{stated}</Name>
        </q>
      ) : (
        <span>{t('sources.backs')}</span>
      )}
      {alsoReported ? (
        <>
          {' '}
          <DefinitionLink id="number.also_reported">{t('sources.notFollowed')}</DefinitionLink>
        </>
      ) : adopted && stated ? (
        <span className="muted"> {t('sources.followed')}</span>
      ) : null}
      {locator ? (
        <span className="muted">
          {t('separator')}
          <Name>{locator}</Name>
        </span>
      ) : null}
      {readOn ? (
        <span className="muted">
          {t('separator')}
          {t('sources.readOn', { day: formatDay(readOn, language) })}
        </span>
      ) : null}
    </li>
  );
}

/** What sources say otherwise than the register. */
export function AlsoReported({ citations }: { readonly citations: readonly Citation[] }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const otherwise = citations.filter(({ alsoReported }) => alsoReported);
  if (otherwise.length === 0) return null;
  return (
    <ul className="also-reported">
      {otherwise.map(({ id, field, stated, source }) => (
        <li key={id}>
          <DefinitionLink id="number.also_reported">{t('sources.also')}</DefinitionLink>{' '}
          <strong>{stated ? <Name>{stated}</Name> : word('citationField', field)}</strong>{' '}
          <span className="muted">
            ({word('citationField', field)}
            {t('separator')}
            <a href={`#source-${source.id}`}>
              <Name>{source.publisher ?? source.title ?? hostOf(source.url)}</Name>
            </a>
            )
          </span>
        </li>
      ))}
    </ul>
  );
}
