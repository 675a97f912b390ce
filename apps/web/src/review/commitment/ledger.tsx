import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '@/app/languages';
import { useApi, useLanguage } from '@/app/services';
import { formatDay, readStated } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { DeadlineDate } from '@/ui/stated-date';
import { Empty, Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import { Timeline } from '@/ui/timeline';
import type { components } from '../../../.generated/schema';
import { Absent } from '../changes/field-values';
import { FileName } from '../draft/file-name';
import { FigureAndAxes, useCounted } from '../figures';
import { SourceName } from '../names';

type LedgerOfCommitment = components['schemas']['LedgerResponse'];
type Act = components['schemas']['LedgerActResponse'];

/**
 * What was promised first, and every act that moved it. What corrected the register alone stands apart: it moved no
 * promise.
 */
export function Ledger({
  commitmentId,
  agreementId,
}: {
  readonly commitmentId: string;
  readonly agreementId: string;
}) {
  const { t } = useTranslation(['review', 'words']);
  const ledger = useApi().useQuery('get', '/api/v1/commitments/{id}/ledger', {
    params: { path: { id: commitmentId } },
  });
  return (
    <section className="section">
      <h2>{t('words:field.ledger')}</h2>
      <p className="muted prose">{t('ledger.lead')}</p>
      <Loaded query={ledger} lines={4}>
        {(found) => {
          const ours = found.acts.filter(({ isOurError }) => isOurError);
          const acts = found.acts.filter(({ isOurError }) => !isOurError);
          return (
            <>
              <Sums ledger={found} />
              <Timeline
                entries={[
                  ...(found.firstPromise
                    ? [
                        {
                          key: 'first',
                          when: <Recorded day={found.firstPromise.recordedOn} />,
                          what: <FirstPromise of={found.firstPromise} />,
                        },
                      ]
                    : []),
                  ...acts.map((act) => ({
                    key: String(act.versionNumber),
                    when: <Recorded day={act.recordedOn} />,
                    what: <OneAct act={act} agreementId={agreementId} />,
                  })),
                ]}
              />
              {!found.firstPromise && acts.length === 0 ? <Empty title={t('ledger.notSigned')} /> : null}
              {ours.length > 0 ? (
                <>
                  <h3>{t('ledger.ours')}</h3>
                  <p className="muted">{t('words:moveActExplained.rectification')}</p>
                  <Timeline
                    entries={ours.map((act) => ({
                      key: String(act.versionNumber),
                      when: <Recorded day={act.recordedOn} />,
                      what: <OneAct act={act} agreementId={agreementId} />,
                    }))}
                  />
                </>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Recorded({ day }: { readonly day: string }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  return <>{t('steps.recorded', { day: formatDay(day, language) })}</>;
}

function Sums({ ledger }: { readonly ledger: LedgerOfCommitment }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const counted = useCounted();
  if (!ledger.firstPromise) return null;
  const { daysSlipped, timesMoved, figureChanges } = ledger;
  return (
    <p className="ledger-sum">
      {timesMoved === 0
        ? t('ledger.neverMoved')
        : `${t('commitment.moved', { count: timesMoved })}${
            daysSlipped === null
              ? ''
              : ` · ${t('ledger.slipped', {
                  count: daysSlipped,
                  days: formatNumber(daysSlipped, language),
                })}`
          }`}
      {figureChanges.map(({ unit, added, removed }) => (
        <span key={unit}>
          {added > 0 ? ` · ${t('ledger.added', { figure: counted(added, unit) })}` : ''}
          {removed > 0 ? ` · ${t('ledger.removed', { figure: counted(removed, unit) })}` : ''}
        </span>
      ))}
    </p>
  );
}

function FirstPromise({ of }: { readonly of: NonNullable<LedgerOfCommitment['firstPromise']> }) {
  const { t } = useTranslation('review');
  return (
    <>
      <strong>{t('ledger.first')}</strong>
      <div className="ledger-change">{of.figure ? <FigureAndAxes of={of.figure} /> : null}</div>
      <div>{of.deadline ? <DeadlineDate date={readStated(of.deadline.stated)} /> : <Absent />}</div>
    </>
  );
}

function OneAct({ act, agreementId }: { readonly act: Act; readonly agreementId: string }) {
  const { t } = useTranslation(['review', 'words']);
  const { deadline, figure, amendment, counts, isOurError } = act;
  return (
    <>
      <strong>{t(`words:moveAct.${act.act}`)}</strong>{' '}
      <span className="muted">{t('draft.version', { n: act.versionNumber })}</span>{' '}
      {counts || isOurError ? null : <Badge>{t('ledger.doesNotCount')}</Badge>}
      {deadline ? (
        <Change
          before={deadline.old ? <DeadlineDate date={readStated(deadline.old.stated)} /> : <Absent />}
          after={deadline.new ? <DeadlineDate date={readStated(deadline.new.stated)} /> : <Absent />}
        >
          {deadline.days === null ? null : (
            <Badge tone={deadline.days > 0 && counts ? 'attention' : 'plain'}>
              {deadline.days === 0
                ? t('effects.sameDay')
                : t(deadline.days > 0 ? 'effects.later' : 'effects.earlier', {
                    count: Math.abs(deadline.days),
                  })}
            </Badge>
          )}
        </Change>
      ) : null}
      {figure ? (
        <Change
          before={figure.old ? <FigureAndAxes of={figure.old} /> : <Absent />}
          after={figure.new ? <FigureAndAxes of={figure.new} /> : <Absent />}
        />
      ) : null}
      <small className="muted block">{t(`words:moveActExplained.${act.act}`)}</small>
      {amendment ? (
        <p className="small">
          {t('amendment.number')} <Name>{amendment.number}</Name> · <Name>{amendment.rationale}</Name>
          {amendment.fileId ? (
            <>
              {' '}
              · <FileName agreementId={agreementId} id={amendment.fileId} />
            </>
          ) : null}
          {amendment.sourceId ? (
            <>
              {' '}
              · <SourceName id={amendment.sourceId} />
            </>
          ) : null}
        </p>
      ) : null}
      {act.reason ? (
        <p className="small">
          <Name>{act.reason}</Name>
        </p>
      ) : null}
    </>
  );
}

function Change({
  before,
  after,
  children,
}: {
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('ui');
  const arrow = directionOf(useLanguage()) === 'rtl' ? '←' : '→';
  return (
    <div className="ledger-change">
      <span>
        <span className="visually-hidden">{t('difference.before')}: </span>
        {before}
      </span>
      <span aria-hidden="true">{arrow}</span>
      <span>
        <span className="visually-hidden">{t('difference.after')}: </span>
        {after}
      </span>
      {children}
    </div>
  );
}
