import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { ChoiceGroup, TextField } from '@/ui/field';

const WORDS = ['overdue', 'closed_not_met'] as const;
const CHANNELS = ['letter', 'mail'] as const;

/** Records that whoever promised was told which word is to be said: ten working days later it may be. */
export function GiveNotice({
  commitmentId,
  onDone,
}: {
  readonly commitmentId: string;
  /** It is recorded: a legal clock runs, and nobody is to record it once more for want of an answer. */
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['review', 'words']);
  const refresh = useRefresh();
  const [word, setWord] = useState<(typeof WORDS)[number]>('overdue');
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('letter');
  const [sentOn, setSentOn] = useState('');
  const [missing, setMissing] = useState(false);
  const give = useApi().useMutation('post', '/api/v1/commitments/{id}/notices');
  const errors = fieldErrorsOf(give.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (channel === 'letter' && sentOn === '') {
      setMissing(true);
      return document.getElementById('field-sentOn')?.focus();
    }
    return give.mutate(
      {
        params: { path: { id: commitmentId } },
        body: { word, channel, sentOn: channel === 'letter' ? sentOn : null },
      },
      {
        onSuccess: () => {
          onDone();
          void refresh();
        },
      },
    );
  };
  return (
    <details className="no-print">
      <summary>{t('reply.give')}</summary>
      <form className="stack step-form" noValidate onSubmit={send}>
        <p className="prose">{t('reply.giveText')}</p>
        <ErrorSummary error={give.error} />
        <ChoiceGroup
          field="word"
          label={t('reply.word')}
          error={errors.get('word') ?? null}
          choices={WORDS.map((value) => ({ value, label: t(`words:status.${value}`) }))}
          chosen={[word]}
          onChange={([chosen]) => setWord(WORDS.find((one) => one === chosen) ?? word)}
        />
        <ChoiceGroup
          field="channel"
          label={t('reply.how')}
          error={errors.get('channel') ?? null}
          choices={CHANNELS.map((value) => ({ value, label: t(`reply.channel.${value}`) }))}
          chosen={[channel]}
          onChange={([chosen]) => setChannel(CHANNELS.find((one) => one === chosen) ?? channel)}
        />
        {channel === 'letter' ? (
          <TextField
            field="sentOn"
            type="date"
            label={t('reply.sentOn')}
            error={missing && sentOn === '' ? t('reply.sentOnMissing') : (errors.get('sentOn') ?? null)}
            value={sentOn}
            onChange={({ target }) => setSentOn(target.value)}
          />
        ) : (
          <p className="prose">{t('reply.mailGoesOut')}</p>
        )}
        <div>
          <Button type="submit" busy={give.isPending}>
            {t('reply.record')}
          </Button>
        </div>
      </form>
    </details>
  );
}
