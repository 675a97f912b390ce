import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '@/ui/facts';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { DefinitionLink } from './figure-links';
import { PromiseDeadline, PromiseStatus } from './promise-deadline';
import { PromiseDelivery } from './promise-delivery';
import { PromiseReply } from './promise-reply';
import { PromiseVerified } from './promise-verified';
import { PromiseMilestones } from './promise-milestones';
import { PromiseMoves } from './promise-moves';
import { PromisePlace } from './promise-place';
import type { AgreementRecord, Citation, RecordPromise } from './queries';
import { Absent } from './record-facts';
import { AlsoReported } from './record-sources';
import { useAxes, useCounted, useFigure } from './words';

/** What was promised, one promise after the other. */
export function RecordPromises({ record: { commitments, citations } }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('register');
  return (
    <section className="section" aria-labelledby="promises">
      <h2 id="promises">
        <DefinitionLink id="number.commitments">
          {t('promise.title', { count: commitments.length })}
        </DefinitionLink>
      </h2>
      {commitments.length === 0 ? <p>{t('list.noCommitments')}</p> : null}
      {commitments.map((promise) => (
        <PromiseCard
          key={promise.id}
          promise={promise}
          whole={commitments.find(({ id }) => id === promise.partOfId) ?? null}
          citations={citations.filter(({ subjectId }) => subjectId !== null && isOf(promise, subjectId))}
        />
      ))}
    </section>
  );
}

function isOf({ id, milestones, otherMilestones }: RecordPromise, subject: string): boolean {
  return [id, ...[...milestones, ...otherMilestones].map((one) => one.id)].includes(subject);
}

function PromiseCard({
  promise,
  whole,
  citations,
}: {
  readonly promise: RecordPromise;
  readonly whole: RecordPromise | null;
  readonly citations: readonly Citation[];
}) {
  const { t } = useTranslation('register');
  const word = useWord();
  const { id, title, quantity, baseline, obligor, measure, kind } = promise;
  const counted = useCounted();
  return (
    <article className="promise" id={id} aria-labelledby={`${id}-title`}>
      <div className="promise-head">
        <p className="small muted">{word('kind', kind)}</p>
        <h3 id={`${id}-title`}>
          <Text of={title} />
        </h3>
        {quantity ? (
          <PromisedFigure quantity={quantity} />
        ) : (
          <p className="muted">{word('measure', measure)}</p>
        )}
      </div>
      <Facts>
        {baseline ? (
          <Fact name={word('field', 'baseline')}>
            {t('promise.onTopOf', { figure: counted(baseline.value, baseline.unit) })}
          </Fact>
        ) : null}
        <Fact name={word('field', 'deadline')}>
          <PromiseDeadline {...promise} />
          <Claims of="deadline" citations={citations} />
        </Fact>
        <PromiseMoves promise={promise} />
        <Fact name={t('promise.status')}>
          <PromiseStatus status={promise.status} always />
          <PromiseVerified {...promise} />
          <PromiseReply reply={promise.reply} />
        </Fact>
        <PromiseDelivery promise={promise} />
        <Fact name={word('field', 'obligor')}>
          {obligor ? <Text of={obligor.names} /> : <Absent why={null} />}
        </Fact>
        <PromisePlace place={promise.place} />
        {whole ? (
          <Fact name={word('field', 'partOf')}>
            <a href={`#${whole.id}`}>
              <Text of={whole.title} />
            </a>
          </Fact>
        ) : null}
        {promise.proofMethod ? (
          <Fact name={word('field', 'proofMethod')}>{word('proofMethod', promise.proofMethod)}</Fact>
        ) : null}
      </Facts>
      <PromiseMilestones promise={promise} />
      <AlsoReported citations={citations.filter(({ field }) => field !== 'deadline')} />
    </article>
  );
}

/** The figure exactly as stated, and of which kind it is. */
function PromisedFigure({ quantity }: { readonly quantity: NonNullable<RecordPromise['quantity']> }) {
  const { t } = useTranslation('register');
  const figure = useFigure();
  const axes = useAxes();
  const said = figure(quantity);
  return (
    <>
      <p className="figure promise-figure">{said ?? t('figure.noNumber')}</p>
      <p>
        {axes(quantity).slice(0, -1).join(t('separator'))}
        {axes(quantity).length > 1 ? t('separator') : null}
        <DefinitionLink id={`level.${quantity.level}`}>{axes(quantity).at(-1)}</DefinitionLink>
      </p>
      {quantity.stated ? (
        <p className="small muted">
          {t('figure.stated')}{' '}
          <q>
            <Name>{quantity.stated}</Name>
          </q>
        </p>
      ) : null}
    </>
  );
}

/** What other sources say of one fact, right beside it. */
function Claims({ of, citations }: { readonly of: string; readonly citations: readonly Citation[] }) {
  return <AlsoReported citations={citations.filter(({ field }) => field === of)} />;
}
