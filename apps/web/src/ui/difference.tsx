import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, directionOf } from '@/app/languages';
import { differenceOfWords } from '@/formats/word-difference';
import { Badge } from './badge';
import './difference.css';

/** Whether a part or a field came, went or changed. */
export type ChangeKind = 'added' | 'removed' | 'changed';

/** Signs that say it beside the word. */
const SIGNS: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '−', changed: '±' };
const TONES = { added: 'good', removed: 'late', changed: 'attention' } as const;

/** A word and a sign for how something changed. */
export function ChangeBadge({ kind }: { readonly kind: ChangeKind }) {
  const { t } = useTranslation('ui');
  return (
    <Badge tone={TONES[kind]}>
      <span aria-hidden="true">{SIGNS[kind]}</span> {t(`difference.${kind}`)}
    </Badge>
  );
}

/** One part of a record that changed, with its fields. */
export function ChangedPart({
  title,
  kind,
  children,
}: {
  readonly title: ReactNode;
  readonly kind: ChangeKind;
  readonly children: ReactNode;
}) {
  return (
    <section className={`changed-part changed-part-${kind}`}>
      <h3 className="changed-part-title">
        <ChangeBadge kind={kind} /> <span>{title}</span>
      </h3>
      <dl className="differences">{children}</dl>
    </section>
  );
}

/** One field: what it was and what it is. What was absent says so in words; null is a side that there is not. */
export function Difference({
  name,
  before,
  after,
}: {
  readonly name: ReactNode;
  readonly before: ReactNode | null;
  readonly after: ReactNode | null;
}) {
  const { t } = useTranslation('ui');
  return (
    <div className="difference">
      <dt>{name}</dt>
      {before === null ? null : (
        <dd className="difference-side difference-before">
          <span className="difference-label">
            <span aria-hidden="true">−</span> {t('difference.before')}
          </span>
          <div>{before}</div>
        </dd>
      )}
      {after === null ? null : (
        <dd className="difference-side difference-after">
          <span className="difference-label">
            <span aria-hidden="true">+</span> {t('difference.after')}
          </span>
          <div>{after}</div>
        </dd>
      )}
    </div>
  );
}

/** One long text with what went and what came marked in it, word by word. */
export function TextDifference({
  name,
  before,
  after,
  language,
}: {
  readonly name: ReactNode;
  readonly before: string;
  readonly after: string;
  /** Of the texts, where it is known. */
  readonly language?: Language | undefined;
}) {
  return (
    <div className="difference">
      <dt>{name}</dt>
      <dd
        className="difference-text"
        lang={language}
        dir={language === undefined ? 'auto' : directionOf(language)}
      >
        <WordDifference before={before} after={after} />
      </dd>
    </div>
  );
}

/** The words themselves. */
export function WordDifference({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation('ui');
  return (
    <>
      {differenceOfWords(before, after).map(({ is, words }, index) => {
        if (is === 'kept') return <span key={index}>{words}</span>;
        const Mark = is === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={index}>
            <span className="visually-hidden">{t(`difference.${is}`)}: </span>
            {words}
          </Mark>
        );
      })}
    </>
  );
}
