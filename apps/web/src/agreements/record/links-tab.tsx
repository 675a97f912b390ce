import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '@/app/services';
import { useSession } from '@/app/session';
import { offersOf } from '@/records/offers';
import { Button } from '@/ui/button';
import { Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';
import { LinkAnother } from './link-another';
import { ReasonDialog } from './reason-dialog';

/** The instruments that this one is connected with, and those that may be the same. */
export function LinksTab({ agreement }: { readonly agreement: Agreement }) {
  return (
    <div className="stack-loose">
      <Chain agreement={agreement} />
      {agreement.asOf ? null : <Duplicates agreement={agreement} />}
    </div>
  );
}

function Chain({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const api = useApi();
  const path = { id: agreement.id };
  const chain = api.useQuery('get', '/api/v1/agreements/{id}/chain', { params: { path } });
  const withdraw = api.useMutation('post', '/api/v1/agreements/{id}/links/{linkId}/withdrawal');
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const [linking, setLinking] = useState(false);
  return (
    <section className="section" aria-labelledby="chain">
      <div className="page-title">
        <h2 id="chain">{t('links.chain')}</h2>
        {chain.data && !agreement.asOf && offersOf(chain.data).shows('record_link') ? (
          <Button hindrance={offersOf(chain.data).hindrance('record_link')} onClick={() => setLinking(true)}>
            {t('links.record')}
          </Button>
        ) : null}
      </div>
      <Loaded query={chain} lines={4}>
        {({ instruments, links, incomplete }) => {
          const titleOf = (id: string) => instruments.find((each) => each.id === id);
          if (links.length === 0) return <p className="muted">{t('links.none')}</p>;
          return (
            <>
              <Table
                caption={t('links.chain')}
                captionHidden
                rows={links}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'from',
                    heading: t('links.from'),
                    isRowHeading: true,
                    cell: ({ fromAgreementId }) => (
                      <Instrument of={titleOf(fromAgreementId)} own={agreement.id} />
                    ),
                  },
                  { key: 'kind', heading: t('links.kind'), cell: ({ kind }) => word('linkKind', kind) },
                  {
                    key: 'to',
                    heading: t('links.to'),
                    cell: ({ toAgreementId }) => (
                      <Instrument of={titleOf(toAgreementId)} own={agreement.id} />
                    ),
                  },
                  {
                    key: 'note',
                    heading: t('words:field.note'),
                    cell: ({ note }) =>
                      note ? <Name>{note}</Name> : <span className="muted">{t('links.noNote')}</span>,
                  },
                  ...(!agreement.asOf && links.some((link) => offersOf(link).shows('withdraw'))
                    ? [
                        {
                          key: 'withdraw',
                          heading: <span className="visually-hidden">{t('links.withdraw')}</span>,
                          cell: (link: (typeof links)[number]) =>
                            offersOf(link).shows('withdraw') ? (
                              <Button
                                weight="quiet"
                                hindrance={offersOf(link).hindrance('withdraw')}
                                onClick={() => setWithdrawing(link.id)}
                              >
                                {t('links.withdraw')}
                              </Button>
                            ) : null,
                        },
                      ]
                    : []),
                ]}
              />
              {incomplete ? <p className="muted">{t('links.incomplete')}</p> : null}
            </>
          );
        }}
      </Loaded>
      {linking ? <LinkAnother agreement={agreement} onClose={() => setLinking(false)} /> : null}
      {withdrawing ? (
        <ReasonDialog
          title={t('links.withdrawTitle')}
          action={t('links.withdraw')}
          onClose={() => setWithdrawing(null)}
          onSend={(reason) =>
            withdraw.mutateAsync({ params: { path: { ...path, linkId: withdrawing } }, body: { reason } })
          }
        />
      ) : null}
    </section>
  );
}

function Instrument({
  of,
  own,
}: {
  readonly of:
    { readonly id: string; readonly reference: string; readonly title: Agreement['title'] } | undefined;
  readonly own: string;
}) {
  const { t } = useTranslation('agreements');
  if (!of) return null;
  return (
    <>
      {of.id === own ? (
        <strong>{t('links.this')}</strong>
      ) : (
        <Link to={`/staff/agreements/${of.id}`}>
          <Text of={of.title} />
        </Link>
      )}
      <small className="muted line">
        <bdi>{of.reference}</bdi>
      </small>
    </>
  );
}

function Duplicates({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const word = useWord();
  const { can } = useSession();
  const duplicates = useApi().useQuery(
    'get',
    '/api/v1/agreements/{id}/duplicates',
    { params: { path: { id: agreement.id } } },
    { enabled: can('duplicate.read') },
  );
  if (!can('duplicate.read')) return null;
  return (
    <section className="section" aria-labelledby="duplicates">
      <h2 id="duplicates">{t('links.duplicates')}</h2>
      <Loaded query={duplicates} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('links.noDuplicate')}</p>
          ) : (
            <ul className="citations">
              {items.map((pair) => {
                const { agreementA, agreementB, reasons, decision, state } = pair;
                const other = agreementA.id === agreement.id ? agreementB : agreementA;
                return (
                  <li key={other.id}>
                    <h3>
                      <Link to={`/staff/agreements/${other.id}`}>
                        <Text of={other.title} />
                      </Link>{' '}
                      <small className="muted">
                        <bdi>{other.reference}</bdi>
                      </small>
                    </h3>
                    <p className="muted">
                      {reasons.map(({ code }) => word('duplicateCode', code)).join(' · ')}
                    </p>
                    {decision ? (
                      <p>
                        {word('duplicateDecision', decision.decision)}: <Name>{decision.reason}</Name>
                      </p>
                    ) : null}
                    <p className="no-print">
                      <Link to={`/staff/review/duplicates/${agreement.id}/${other.reference}`}>
                        {t(
                          state === 'open' && offersOf(pair).allows('decide')
                            ? 'links.decide'
                            : 'sources.seeDecision',
                        )}
                      </Link>
                    </p>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
