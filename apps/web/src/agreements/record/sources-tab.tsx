import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Empty, Loaded } from '@/ui/states';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../../.generated/schema';
import type { Agreement } from './agreement-record';

type Citation = Agreement['citations'][number];
type Contradiction = components['schemas']['ContradictionResponse'];

/** Which source backs which part, what is also reported, and where sources disagree. */
export function SourcesTab({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'words']);
  const parts = partsOf(agreement.citations);
  return (
    <div className="stack-loose">
      {agreement.asOf ? null : <Contradictions agreement={agreement} />}
      <section className="section" aria-labelledby="citations">
        <h2 id="citations">{t('words:field.sources')}</h2>
        {parts.length === 0 ? <Empty title={t('sources.none')} /> : null}
        {parts.map(({ key, citations, subject, subjectId }) => (
          <div key={key} className="stack">
            <h3>
              <PartName agreement={agreement} subject={subject} subjectId={subjectId} />
            </h3>
            <ul className="citations">
              {citations.map((citation) => (
                <OneCitation key={citation.id} citation={citation} />
              ))}
            </ul>
          </div>
        ))}
      </section>
    </div>
  );
}

function partsOf(citations: readonly Citation[]) {
  const parts = new Map<string, Citation[]>();
  for (const citation of citations) {
    const key = `${citation.subject} ${citation.subjectId}`;
    parts.set(key, [...(parts.get(key) ?? []), citation]);
  }
  return [...parts].map(([key, of]) => ({
    key,
    citations: of,
    subject: of[0]?.subject ?? 'agreement',
    subjectId: of[0]?.subjectId ?? null,
  }));
}

function OneCitation({ citation }: { readonly citation: Citation }) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const language = useLanguage();
  const { source, field, stated, locator, readOn, adopted, note } = citation;
  return (
    <li>
      <p>
        <Badge tone={adopted ? 'good' : 'attention'}>
          {t(adopted ? 'sources.followed' : 'sources.alsoReported')}
        </Badge>{' '}
        {field ? word('citationField', field) : null}
        {stated ? (
          <>
            : <Name>{stated}</Name>
          </>
        ) : null}
      </p>
      {source ? (
        <SourceLink source={source} />
      ) : (
        <span className="muted">{word('absence', 'not_stated')}</span>
      )}
      <small className="muted line">
        {locator ? <Name>{locator}</Name> : t('sources.noLocator')}
        {readOn ? ` · ${t('sources.readOn', { day: formatDay(readOn, language) })}` : ''}
      </small>
      {note ? (
        <small className="muted line">
          <Name>{note}</Name>
        </small>
      ) : null}
    </li>
  );
}

function SourceLink({ source }: { readonly source: NonNullable<Citation['source']> }) {
  return (
    <p>
      <Link to={`/staff/sources/${source.id}`}>
        <Name>{source.title ?? source.publisher ?? source.url}</Name>
      </Link>
      <small className="line">
        <a href={source.url} rel="noreferrer" dir="ltr">
          {source.url}
        </a>
      </small>
    </p>
  );
}

/** A part of the agreement by its own name. */
export function PartName({
  agreement,
  subject,
  subjectId,
}: {
  readonly agreement: Agreement;
  readonly subject: string;
  readonly subjectId: string | null;
}) {
  const word = useWord();
  const signatory = agreement.signatories.find(({ id }) => id === subjectId);
  const named =
    agreement.commitments.find(({ id }) => id === subjectId)?.title ??
    agreement.commitments.flatMap(({ milestones }) => milestones).find(({ id }) => id === subjectId)?.title ??
    agreement.parties.find(({ id }) => id === subjectId)?.names;
  const name = signatory?.name;
  return (
    <>
      {word('citationSubject', subject)}
      {name ? (
        <>
          : <Name>{name}</Name>
        </>
      ) : named ? (
        <>
          : <Text of={named} />
        </>
      ) : null}
    </>
  );
}

function Contradictions({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { can } = useSession();
  const contradictions = useApi().useQuery(
    'get',
    '/api/v1/agreements/{id}/contradictions',
    { params: { path: { id: agreement.id }, query: { limit: 100 } } },
    { enabled: can('contradiction.read') },
  );
  if (!can('contradiction.read')) return null;
  return (
    <section className="section" aria-labelledby="contradictions">
      <h2 id="contradictions">{t('sources.contradictions')}</h2>
      <Loaded query={contradictions} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('sources.agree')}</p>
          ) : (
            <ul className="citations">
              {items.map((each) => (
                <OneContradiction key={each.id} agreement={agreement} contradiction={each} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function OneContradiction({
  agreement,
  contradiction,
}: {
  readonly agreement: Agreement;
  readonly contradiction: Contradiction;
}) {
  const { t } = useTranslation('agreements');
  const word = useWord();
  const language = useLanguage();
  const { subject, subjectId, field, claims, decision, state, id } = contradiction;
  return (
    <li>
      <h3>
        <PartName agreement={agreement} subject={subject} subjectId={subjectId} /> ·{' '}
        {word('citationField', field)}
      </h3>
      <ul>
        {claims.map(({ citationId, stated, source, adopted }) => (
          <li key={citationId ?? 'register'}>
            <strong>
              <Name>{stated}</Name>
            </strong>{' '}
            <span className="muted">
              {source ? <Name>{source.publisher ?? source.title ?? source.url}</Name> : t('sources.register')}
              {adopted && source ? ` · ${t('sources.followed')}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {decision ? (
        <p>
          {t('sources.decided', { day: formatDay(decision.decidedOn, language) })}{' '}
          <Name>{decision.reason}</Name>
        </p>
      ) : null}
      <p className="no-print">
        <Link to={`/staff/review/contradictions/${agreement.id}/${id}`}>
          {t(state === 'open' ? 'sources.decide' : 'sources.seeDecision')}
        </Link>
      </p>
    </li>
  );
}
