import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/app/page';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Text, useText } from '@/ui/text';
import { refusalsOf, useDraft } from './draft/draft-context';
import { SavingLine } from './draft/saving-line';
import { type Section, type SectionState, sectionOf, sectionsOf, stateOf } from './draft/sections';
import { useFiles } from './sections/act-section';
import { WithdrawDraft } from './withdraw-draft';

const TONES: Readonly<Record<SectionState, 'plain' | 'good' | 'attention' | 'late'>> = {
  not_begun: 'plain',
  begun: 'attention',
  complete: 'good',
  problem: 'late',
  optional: 'plain',
  not_needed: 'plain',
};

/** Everything that the draft asks, how far each part is, and the way to submit it. */
export function TaskListPage() {
  const { t } = useTranslation(['logging', 'words']);
  const language = useLanguage();
  const say = useText();
  const { agreementId, state } = useDraft();
  const { record, content } = state;
  const home = `/staff/agreements/${agreementId}/draft`;
  const states = useSectionStates();
  const title = say(content.document.title) || t('untitled');
  const done = states.filter(({ state: one }) => one === 'complete' || one === 'not_needed').length;
  const isOpen = record.state === 'draft' || record.state === 'returned';
  return (
    <Page
      title={title}
      heading={say(content.document.title) ? <Text of={content.document.title} /> : title}
      above={
        <span className="row">
          <Link to={`/staff/agreements/${agreementId}`}>{t('draft.toRecord')}</Link>
          <span>
            {t(`words:draftKind.${record.kind as 'first'}`)} ·{' '}
            {t(`words:draftState.${record.state as 'draft'}`)}
          </span>
        </span>
      }
      lead={
        isOpen
          ? t('tasks.lead', {
              done: formatNumber(done, language),
              all: formatNumber(states.length, language),
            })
          : undefined
      }
    >
      <div className="stack-loose">
        <div className="stack">
          <SavingLine />
          <Standing />
        </div>
        <ul className="tasks">
          {states.map(({ section, state: one }) => (
            <li key={section} className="task">
              <div>
                <Link className="task-name" to={`${home}/${section}`} aria-describedby={`state-${section}`}>
                  {t(`section.${section}.title`)}
                </Link>
                <p className="task-says muted">
                  <Says section={section} />
                </p>
              </div>
              <span id={`state-${section}`}>
                <Badge tone={TONES[one]}>{t(`state.${one}`)}</Badge>
              </span>
            </li>
          ))}
        </ul>
        {isOpen ? (
          <div className="actions">
            <ButtonLink weight="main" to={`${home}/check`}>
              {t('check.title')}
            </ButtonLink>
            <WithdrawDraft />
          </div>
        ) : null}
      </div>
    </Page>
  );
}

/** Where the draft is on its way: returned and why, or submitted and who comes next. */
function Standing() {
  const { t } = useTranslation('logging');
  const { agreementId, state } = useDraft();
  const { record } = state;
  const returned = record.steps.findLast(({ action }) => action === 'return');
  if (record.state === 'returned') {
    return (
      <Notice tone="attention" title={t('returned')}>
        {returned?.reason ? <p dir="auto">{returned.reason}</p> : null}
      </Notice>
    );
  }
  if (record.state !== 'submitted' && record.state !== 'verified') return null;
  const isShort = record.kind === 'clerical' || record.kind === 'completion';
  return (
    <Notice tone="good" title={t(`standing.${record.state}`)}>
      <div className="stack">
        <p>
          {t(
            isShort ? 'standing.nextShort' : record.state === 'submitted' ? 'standing.next' : 'standing.last',
          )}
        </p>
        <p>{t('standing.closed')}</p>
        <div className="actions">
          <ButtonLink to={`/staff/agreements/${agreementId}`}>{t('draft.toRecord')}</ButtonLink>
          <ButtonLink to="/staff/agreements/new">{t('logAnother')}</ButtonLink>
        </div>
      </div>
    </Notice>
  );
}

/** What stands in a section, in a few words. */
function Says({ section }: { readonly section: Section }) {
  const { t } = useTranslation(['logging', 'words']);
  const { agreementId, state } = useDraft();
  const { document } = state.content;
  const files = useFiles(agreementId).length;
  const gaps = state.record.completeness.gaps.filter(
    (gap) => gap.acknowledged === null && sectionOfGap(gap) === section,
  ).length;
  const counts: Partial<Record<Section, number>> = {
    parties: document.parties.length,
    signatories: document.signatories.length,
    commitments: document.commitments.length,
    sources: document.citations.length,
    documents: files,
  };
  const count = counts[section];
  return (
    <>
      {count === undefined || count === 0
        ? t(`section.${section}.lead`)
        : t(`section.${section as 'parties'}.count`, { count })}
      {gaps > 0 ? <> · {t('gapsOpen', { count: gaps })}</> : null}
    </>
  );
}

/** The section in which a gap is filled. */
export function sectionOfGap({
  gap,
  subject,
  field,
}: {
  readonly gap: string;
  readonly subject: string;
  readonly field: string;
}): Section {
  if (gap === 'signing_without_proof' || gap === 'figure_without_source') return 'sources';
  return subject === 'commitment' ? 'commitments' : sectionOf(field);
}

/** How far each section is. */
export function useSectionStates(): readonly { readonly section: Section; readonly state: SectionState }[] {
  const { agreementId, state } = useDraft();
  const { content, record, unread, error } = state;
  const files = useFiles(agreementId).length;
  const wrong = [...Object.keys(unread), ...refusalsOf(error, content).keys()];
  return sectionsOf(record.kind).map((section) => ({
    section,
    state: stateOf(section, { content, kind: record.kind, wrong, files }),
  }));
}
