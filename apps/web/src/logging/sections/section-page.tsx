import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { problemOf } from '@/api/problem';
import { Page } from '@/app/page';
import { Button, ButtonLink } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Name, useText } from '@/ui/text';
import { useDraft, useListLock } from '../draft/draft-context';
import { SavingLine } from '../draft/saving-line';
import { type Section, sectionsOf } from '../draft/sections';

interface SectionPageProps {
  readonly section: Section;
  /** When it is a page below its section. */
  readonly title?: string;
  readonly above?: { readonly to: string; readonly name: string };
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One section of the draft: what it asks, how it stands with saving, and the way on. */
export function SectionPage({ section, title, above, lead, children }: SectionPageProps) {
  const { t } = useTranslation('logging');
  const { agreementId, state, store } = useDraft();
  const say = useText();
  const home = `/staff/agreements/${agreementId}/draft`;
  const sections = sectionsOf(state.record.kind);
  const next = above ? null : sections[sections.indexOf(section) + 1];
  useFieldOfAddress();
  // Leaving a section saves it.
  useEffect(() => () => void store.flush(), [store]);
  const name = say(state.content.document.title) || t('untitled');
  return (
    <Page
      title={title ?? t(`section.${section}.title`)}
      heading={title ? <Name>{title}</Name> : undefined}
      above={
        <nav className="row" aria-label={t('wayBack')}>
          <Link to={home}>
            <bdi>{name}</bdi>
          </Link>
          {above ? <Link to={`${home}/${above.to}`}>{above.name}</Link> : null}
        </nav>
      }
      lead={lead ?? t(`section.${section}.lead`)}
    >
      <SavingLine />
      <ErrorSummary error={hasFields(state.error) ? state.error : null} />
      <div className="stack">{children}</div>
      <nav className="section-foot no-print" aria-label={t('wayOn')}>
        {above ? (
          <ButtonLink weight="main" to={`${home}/${above.to}`}>
            {t('continue')}
          </ButtonLink>
        ) : (
          <ButtonLink weight="main" to={next ? `${home}/${next}` : `${home}/check`}>
            {next ? t('continueTo', { section: t(`section.${next}.title`) }) : t('check.title')}
          </ButtonLink>
        )}
        <Link to={home}>{t('toTasks')}</Link>
      </nav>
    </Page>
  );
}

function hasFields(error: unknown): boolean {
  return (problemOf(error)?.errors.length ?? 0) > 0;
}

/** A link to a field of the page leads into the field. */
function useFieldOfAddress(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!hash) return;
    const field = document.getElementById(hash.slice(1));
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
  }, [hash, key]);
}

/** One of several parts: its heading, and the way to take it out. */
export function Part({
  list,
  title,
  onRemove,
  children,
}: {
  readonly list: Parameters<typeof useListLock>[0];
  readonly title: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('logging');
  const lock = useListLock(list);
  return (
    <section className="part" aria-label={title}>
      <div className="part-head">
        <h2>{title}</h2>
        <Button
          weight="quiet"
          aria-label={t('removeNamed', { name: title })}
          hindrance={lock ? t(`lock.${lock}`) : null}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </div>
      {children}
    </section>
  );
}

/** Adds a part; the new one's first field takes the focus. */
export function AddPart({
  list,
  label,
  weight,
  field,
  onAdd,
}: {
  readonly list: Parameters<typeof useListLock>[0];
  readonly label: string;
  readonly weight?: 'main' | 'plain';
  /** Id of the first control of the part that comes. */
  readonly field: string;
  readonly onAdd: () => void;
}) {
  const { t } = useTranslation('logging');
  const lock = useListLock(list);
  return (
    <div>
      <Button
        weight={weight ?? 'plain'}
        hindrance={lock ? t(`lock.${lock}`) : null}
        onClick={() => {
          onAdd();
          window.setTimeout(() => document.getElementById(field)?.focus(), 0);
        }}
      >
        {label}
      </Button>
    </div>
  );
}

/** What is seldom asked, folded away. It is open from the beginning where something stands in it. */
export function More({
  label,
  open,
  children,
}: {
  readonly label: string;
  readonly open: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="more" open={open || undefined}>
      <summary>{label}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
