import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate } from 'react-router';
import { Page } from '@/app/page';
import { Button } from '@/ui/button';
import { ChoiceGroup } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { useText } from '@/ui/text';
import { useDraft } from './draft/draft-context';
import type { DraftDocument } from './draft/document';
import type { DraftConflict } from './draft/draft-store';
import type { Conflict } from './draft/merge';
import { useFieldName, useShownValue } from './conflict-words';

type Choice = 'theirs' | 'yours';

/** Two people changed the same fields: both values side by side, and for each whose stands. */
export function ConflictPage() {
  const { agreementId, state } = useDraft();
  if (!state.conflict) return <Navigate replace to={`/staff/agreements/${agreementId}/draft`} />;
  return <Conflicts conflict={state.conflict} />;
}

function Conflicts({ conflict }: { readonly conflict: DraftConflict<DraftDocument> }) {
  const { t } = useTranslation('logging');
  const say = useText();
  const navigate = useNavigate();
  const { agreementId, state, store } = useDraft();
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [saving, setSaving] = useState(false);
  const home = `/staff/agreements/${agreementId}/draft`;
  const open = conflict.conflicts.filter(({ path }) => !choices.has(path)).length;
  const settle = async () => {
    setSaving(true);
    await store.settle(choices);
    setSaving(false);
    if (!store.snapshot().conflict) void navigate(home);
  };
  return (
    <Page
      title={t('conflict.title')}
      lead={t('conflict.lead')}
      above={
        <Link to={home}>
          <bdi>{say(state.content.document.title) || t('untitled')}</bdi>
        </Link>
      }
    >
      <div className="stack-loose">
        <Notice>{t('conflict.joined')}</Notice>
        <div className="actions">
          {(['yours', 'theirs'] as const).map((whose) => (
            <Button
              key={whose}
              onClick={() => setChoices(new Map(conflict.conflicts.map(({ path }) => [path, whose])))}
            >
              {t(`conflict.all_${whose}`)}
            </Button>
          ))}
        </div>
        {conflict.conflicts.map((one) => (
          <ConflictOf
            key={one.path}
            conflict={one}
            chosen={choices.get(one.path) ?? null}
            onChoose={(choice) => setChoices(new Map(choices).set(one.path, choice))}
          />
        ))}
        <div>
          <Button
            weight="main"
            busy={saving}
            hindrance={open > 0 ? t('conflict.open', { count: open }) : null}
            onClick={() => void settle()}
          >
            {t('conflict.save')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

function ConflictOf({
  conflict,
  chosen,
  onChoose,
}: {
  readonly conflict: Conflict;
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { t } = useTranslation('logging');
  const name = useFieldName();
  const shown = useShownValue();
  const { path, base, yours, theirs } = conflict;
  return (
    <ChoiceGroup
      label={name(path)}
      hint={t('conflict.before', { value: shown(path, base) })}
      field={`conflict.${path}`}
      chosen={chosen ? [chosen] : []}
      onChange={([choice]) => onChoose(choice as Choice)}
      choices={[
        { value: 'yours', label: shown(path, yours), hint: t('conflict.yours') },
        { value: 'theirs', label: shown(path, theirs), hint: t('conflict.theirs') },
      ]}
    />
  );
}
