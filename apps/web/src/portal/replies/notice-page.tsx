import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Fact, Facts } from '@/ui/facts';
import { TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { DaysLeft } from '@/ui/stated-date';
import { Loaded } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../../.generated/schema';

type ReplyNotice = components['schemas']['ReplyNoticeResponse'];

/** One notice: which word is to be said, until when it waits for a reply, and the reply to it. */
export function NoticePage() {
  const { t } = useTranslation('portal');
  const text = useText();
  const { id = '' } = useParams();
  const notice = useApi().useQuery('get', '/api/v1/notices/{id}', { params: { path: { id } } });
  const { data } = notice;
  return (
    <Page
      title={data ? text(data.commitmentTitle) : t('notices.one')}
      heading={data ? <Text of={data.commitmentTitle} /> : t('notices.one')}
      above={<Link to="/portal/notices">{t('notices.title')}</Link>}
    >
      <Loaded query={notice} lines={6}>
        {(found) => (
          <div className="stack-loose">
            <AboutNotice notice={found} />
            <Reply notice={found} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function AboutNotice({ notice }: { readonly notice: ReplyNotice }) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  const { reference, lastDay, sentOn, channel, repliesUntil, daysLeft, repliedOn } = notice;
  const day = (of: string) => formatDay(of, language);
  return (
    <>
      <p className="prose">{t('notices.explained')}</p>
      <Facts>
        <Fact name={t('notices.word')}>
          <Badge tone="attention">{word('status', notice.word)}</Badge>
        </Fact>
        <Fact name={t('notices.agreement')}>
          <Name>{reference}</Name>
        </Fact>
        <Fact name={t('notices.deadline')}>{day(lastDay)}</Fact>
        <Fact name={t('notices.sentOn')}>
          {day(sentOn)} · {t(`notices.channel.${channel}`)}
        </Fact>
        <Fact name={t('notices.until')}>
          {day(repliesUntil)}
          {repliedOn === null ? (
            <small className="muted line">
              <DaysLeft days={daysLeft} />
            </small>
          ) : null}
        </Fact>
      </Facts>
    </>
  );
}

/** The reply as it was given; or the way to give it, once. */
function Reply({ notice }: { readonly notice: ReplyNotice }) {
  const { t } = useTranslation('portal');
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const { can } = useSession();
  const { reply, repliedOn, onBehalf } = notice;
  return (
    <section className="section">
      <h2 tabIndex={-1} ref={heading}>
        {t('notices.reply')}
      </h2>
      {reply !== null && repliedOn !== null ? (
        <>
          <p className="muted">
            {t(onBehalf ? 'notices.byLetter' : 'notices.repliedOn', { day: formatDay(repliedOn, language) })}
          </p>
          <blockquote className="prose" dir="auto">
            {reply}
          </blockquote>
          <p className="small muted">{t('notices.beside')}</p>
        </>
      ) : can('reply.give') ? (
        <ReplyForm id={notice.id} isLate={notice.daysLeft < 0} onDone={() => heading.current?.focus()} />
      ) : (
        <Notice>{t('notices.representativeReplies')}</Notice>
      )}
    </section>
  );
}

function ReplyForm({
  id,
  isLate,
  onDone,
}: {
  readonly id: string;
  readonly isLate: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('portal');
  const refresh = useRefresh();
  const [reply, setReply] = useState('');
  const [missing, setMissing] = useState(false);
  const give = useApi().useMutation('post', '/api/v1/notices/{id}/reply');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reply.trim()) {
      setMissing(true);
      return document.getElementById('field-reply')?.focus();
    }
    return give.mutate(
      { params: { path: { id } }, body: { reply: reply.trim() } },
      {
        onSuccess: () => {
          onDone();
          void refresh();
        },
      },
    );
  };
  return (
    <form className="stack record-form" noValidate onSubmit={send}>
      <ErrorSummary error={give.error} />
      {isLate ? <Notice tone="attention">{t('notices.late')}</Notice> : null}
      <TextArea
        field="reply"
        label={t('notices.say')}
        hint={t('notices.sayHint')}
        error={
          missing && !reply.trim()
            ? t('notices.replyMissing')
            : (fieldErrorsOf(give.error).get('reply') ?? null)
        }
        dir="auto"
        rows={6}
        maxLength={4000}
        value={reply}
        onChange={({ target }) => setReply(target.value)}
      />
      <div className="actions">
        <Button type="submit" weight="main" busy={give.isPending}>
          {t('notices.send')}
        </Button>
      </div>
    </form>
  );
}
