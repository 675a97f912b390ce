import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Notice } from '@/ui/notice';
import { DaysLeft } from '@/ui/stated-date';
import { Empty, Loaded } from '@/ui/states';
import { Timeline } from '@/ui/timeline';
import type { components } from '../../../.generated/schema';
import { OrganisationName } from '../names';
import { GiveNotice } from './give-notice';
import { ReplyByLetter } from './reply-by-letter';

type ReplyNotice = components['schemas']['ReplyNoticeResponse'];

/** Who was told which word is to be said, until when it waits, and what they reply to it. */
export function NoticesOfCommitment({ commitmentId }: { readonly commitmentId: string }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const { can } = useSession();
  const notices = useApi().useQuery('get', '/api/v1/commitments/{id}/notices', {
    params: { path: { id: commitmentId }, query: { limit: 20 } },
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState<'noticed' | 'replied' | null>(null);
  // How often one was recorded here: each time the form is a new one, and closed.
  const [given, setGiven] = useState(0);
  const done = (what: 'noticed' | 'replied') => {
    setSaid(what);
    if (what === 'noticed') setGiven((before) => before + 1);
    heading.current?.focus();
  };
  return (
    <section className="section">
      <h2 tabIndex={-1} ref={heading}>
        {t('reply.title')}
      </h2>
      <div role="status">{said ? <Notice tone="good" title={t(`reply.done.${said}`)} /> : null}</div>
      <Loaded query={notices} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('reply.none')}>{t('reply.noneText')}</Empty>
          ) : (
            <Timeline
              entries={items.map((notice) => ({
                key: notice.id,
                when: formatDay(notice.sentOn, language),
                what: <OneNotice notice={notice} onReplied={() => done('replied')} />,
              }))}
            />
          )
        }
      </Loaded>
      {can('reply.notify') ? (
        <GiveNotice key={given} commitmentId={commitmentId} onDone={() => done('noticed')} />
      ) : null}
    </section>
  );
}

function OneNotice({ notice, onReplied }: { readonly notice: ReplyNotice; readonly onReplied: () => void }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const { can } = useSession();
  const { id, word, channel, mailState, organisationId, repliesUntil, daysLeft, reply, repliedOn, onBehalf } =
    notice;
  return (
    <>
      <strong>{t(`words:status.${word}`)}</strong> · {t(`reply.channel.${channel}`)} ·{' '}
      <OrganisationName id={organisationId} />
      {mailState === 'waiting' || mailState === 'failed' ? (
        <p className="small">{t(`reply.mail.${mailState}`)}</p>
      ) : null}
      {reply === null || repliedOn === null ? (
        <>
          <p className="small">
            {t('reply.until', { day: formatDay(repliesUntil, language) })}{' '}
            <Badge tone={daysLeft < 0 ? 'plain' : 'attention'}>
              <DaysLeft days={daysLeft} />
            </Badge>
          </p>
          {can('reply.give') ? <ReplyByLetter noticeId={id} onDone={onReplied} /> : null}
        </>
      ) : (
        <>
          <p className="small muted">
            {t(onBehalf ? 'reply.byLetter' : 'reply.given', { day: formatDay(repliedOn, language) })}
          </p>
          <blockquote className="prose" dir="auto">
            {reply}
          </blockquote>
        </>
      )}
    </>
  );
}
