import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/states';
import { nextCommitment } from '../draft/defaults';
import { useDraft, useEdit, useListLock } from '../draft/draft-context';
import { isComplete } from '../draft/sections';
import { useCommitmentName } from './names';
import { SectionPage } from './section-page';
import { useSayPromise } from './say-promise';

export function CommitmentsSection() {
  const { t } = useTranslation('logging');
  const { agreementId, state } = useDraft();
  const edit = useEdit();
  const navigate = useNavigate();
  const name = useCommitmentName();
  const sayPromise = useSayPromise();
  const lock = useListLock('commitments');
  const { document } = state.content;
  const { commitments } = document;
  const home = `/staff/agreements/${agreementId}/draft/commitments`;
  return (
    <SectionPage section="commitments">
      {commitments.length === 0 ? (
        <Empty title={t('noCommitments')} />
      ) : (
        <ul className="tasks">
          {commitments.map((commitment, at) => (
            <li key={commitment.id} className="task">
              <div>
                <Link className="task-name" to={`${home}/${at + 1}`}>
                  <bdi>{name(at, document)}</bdi>
                </Link>
                <p className="task-says muted">{sayPromise(commitment)}</p>
              </div>
              <Badge tone={isComplete(commitment) ? 'good' : 'plain'}>
                {t(isComplete(commitment) ? 'state.complete' : 'state.begun')}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          hindrance={lock ? t(`lock.${lock}`) : null}
          onClick={() => {
            edit((now) => ({ ...now, commitments: [...now.commitments, nextCommitment(now)] }));
            void navigate(`${home}/${commitments.length + 1}`);
          }}
        >
          {commitments.length === 0 ? t('addFirstCommitment') : t('addCommitment')}
        </Button>
      </div>
    </SectionPage>
  );
}
