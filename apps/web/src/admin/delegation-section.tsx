import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/app/services';
import { GraveButton } from '@/records/grave-button';
import { RecordForm } from '@/records/record-form';
import { offersOf } from '@/records/offers';
import { Button } from '@/ui/button';
import type { components } from '../../.generated/schema';
import { useStaffChoices } from './staff-choices';

type Position = components['schemas']['ShownPositionResponse'];
type Delegation = components['schemas']['DelegationRequest'];

/** Who stands in for the holder, from which day and until which: given, changed, or taken back. */
export function DelegationSection({ position }: { readonly position: Position }) {
  const { t } = useTranslation('admin');
  const client = useClient();
  const staff = useStaffChoices();
  const [editing, setEditing] = useState(false);
  const { delegate, holder, id, revision } = position;
  const change = (body: components['schemas']['PositionChangeRequest']) =>
    client.PATCH('/api/v1/positions/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${revision}"` } },
      body,
    });
  return (
    <section className="section">
      <h2>{t('delegation.title')}</h2>
      {editing ? (
        <RecordForm<Delegation, { error?: unknown; response: Response }>
          record={
            delegate ? { accountId: delegate.account.id, from: delegate.from, until: delegate.until } : null
          }
          fields={[
            {
              key: 'accountId',
              kind: 'choice',
              label: t('positions.delegate'),
              choices: staff.filter(({ value }) => value !== holder?.id),
              none: t('delegation.choose'),
            },
            { key: 'from', kind: 'date', label: t('delegation.from') },
            { key: 'until', kind: 'date', label: t('delegation.until') },
          ]}
          pathOfBody="delegate"
          send={(body) =>
            change({
              delegate: {
                accountId: body.accountId ?? delegate?.account.id ?? '',
                from: body.from ?? delegate?.from ?? '',
                until: body.until ?? delegate?.until ?? '',
              },
            })
          }
          action={t('delegation.give')}
          onSaved={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className="actions">
          <Button onClick={() => setEditing(true)}>
            {t(delegate ? 'delegation.change' : 'delegation.give')}
          </Button>
          {offersOf(position).shows('end_delegation') ? (
            <GraveButton
              label={t('delegation.end')}
              text={t('delegation.endText')}
              send={() => change({ delegate: null })}
            />
          ) : null}
        </div>
      )}
    </section>
  );
}
