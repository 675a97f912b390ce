import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi } from '@/app/services';
import { Button } from '@/ui/button';
import { SelectField, TextArea } from '@/ui/field';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { type Obstacle, type ReportRecord, pathOfObstacle } from './report-draft';
import type { ReportPart } from './report-part';

const KINDS = [
  ...([
    'state_duty',
    'land',
    'permits',
    'infrastructure',
    'finance',
    'workforce',
    'market',
    'other',
  ] as const),
];

/** What happened in the period, and what holds the promise up. */
export function StoryFields({ store, state: { content, record }, error }: ReportPart) {
  const { t } = useTranslation('portal');
  const { obstacles, narrative } = content;
  const errors = fieldErrorsOf(error);
  const change = (changed: readonly Obstacle[]) =>
    store.change((typed) => ({ ...typed, obstacles: [...changed] }));
  return (
    <section className="section">
      <h2>{t('story.title')}</h2>
      <div className="stack record-form">
        <TextArea
          label={t('story.narrative')}
          optional
          field="narrative"
          error={errors.get('narrative')}
          dir="auto"
          maxLength={4000}
          value={narrative ?? ''}
          onChange={({ currentTarget: { value } }) =>
            store.change((typed) => ({ ...typed, narrative: value }))
          }
        />
        {obstacles.map((obstacle, at) => (
          <ObstacleFields
            key={at}
            path={pathOfObstacle(obstacles, at)}
            obstacle={obstacle}
            record={record}
            errors={errors}
            onChange={(changed) => change(obstacles.map((one, index) => (index === at ? changed : one)))}
            onRemove={() => change(obstacles.filter((_, index) => index !== at))}
          />
        ))}
        <div>
          <Button
            onClick={() => change([...obstacles, { kind: 'state_duty', text: '', commitmentId: null }])}
          >
            {t('story.addObstacle')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function ObstacleFields({
  path,
  obstacle,
  record,
  errors,
  onChange,
  onRemove,
}: {
  readonly path: string;
  readonly obstacle: Obstacle;
  readonly record: ReportRecord;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (obstacle: Obstacle) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('portal');
  const word = useWord();
  return (
    <fieldset className="field texts">
      <legend>{t('story.obstacle')}</legend>
      <SelectField
        label={t('story.kind')}
        field={`${path}.kind`}
        error={errors.get(`${path}.kind`)}
        choices={KINDS.map((value) => ({ value, label: word('obstacleKind', value) }))}
        value={obstacle.kind}
        onChange={({ currentTarget: { value } }) =>
          onChange({
            ...obstacle,
            kind: KINDS.find((each) => each === value) ?? 'other',
            ...(value === 'state_duty' ? {} : { commitmentId: null }),
          })
        }
      />
      {obstacle.kind === 'state_duty' ? (
        <BlockingDuty
          record={record}
          chosen={obstacle.commitmentId}
          field={`${path}.commitmentId`}
          error={errors.get(`${path}.commitmentId`)}
          onChoose={(commitmentId) => onChange({ ...obstacle, commitmentId })}
        />
      ) : null}
      <TextArea
        label={t('story.text')}
        field={`${path}.text`}
        error={errors.get(`${path}.text`)}
        dir="auto"
        maxLength={1000}
        value={obstacle.text}
        onChange={({ currentTarget: { value } }) => onChange({ ...obstacle, text: value })}
      />
      <div>
        <Button weight="quiet" onClick={onRemove}>
          {t('story.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Which duty of the same agreement holds it up, where the papers have it as a commitment. */
function BlockingDuty({
  record,
  chosen,
  field,
  error,
  onChoose,
}: {
  readonly record: ReportRecord;
  readonly chosen: string | null;
  readonly field: string;
  readonly error: string | undefined;
  readonly onChoose: (commitmentId: string | null) => void;
}) {
  const { t } = useTranslation('portal');
  const text = useText();
  const duties = useApi().useQuery(
    'get',
    '/api/v1/commitments',
    { params: { query: { agreement: record.agreement.id, limit: 100 } } },
    { staleTime: 300_000 },
  );
  // What a company owes, or the own organisation, is no duty of the State.
  const others = (duties.data?.items ?? []).filter(
    ({ id, obligor }) =>
      id !== record.commitment.id &&
      obligor?.role === 'public_authority' &&
      obligor.organisationId !== record.organisation.id,
  );
  if (others.length === 0) return null;
  return (
    <SelectField
      label={t('story.duty')}
      hint={t('story.dutyHint')}
      optional
      field={field}
      error={error ?? null}
      none={t('story.noDuty')}
      choices={others.map(({ id, title }) => ({ value: id, label: text(title) }))}
      value={chosen ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
    />
  );
}
