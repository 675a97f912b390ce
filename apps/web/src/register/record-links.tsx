import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { AgreementRecord } from './queries';

/** Other instruments that speak of the same thing; in the totals it counts once. */
export function RecordLinks({ record: { links } }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('register');
  const word = useWord();
  if (links.length === 0) return null;
  return (
    <section className="section" aria-labelledby="linked">
      <h2 id="linked">{t('links.title')}</h2>
      <p className="muted prose">{t('links.text')}</p>
      <ul className="plain-list">
        {links.map(({ kind, direction, agreementId, reference, title }) => (
          <li key={`${kind} ${direction} ${agreementId}`}>
            <span className="muted">
              {direction === 'to'
                ? word('linkKind', kind)
                : t(`links.from.${kind}` as never, { defaultValue: word('linkKind', kind) })}
            </span>{' '}
            <Link to={`/agreements/${reference}`}>
              <Text of={title} />
            </Link>{' '}
            <span className="muted">
              <Name>{reference}</Name>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
