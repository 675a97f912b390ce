import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Difference } from '@/ui/difference';
import { Loaded } from '@/ui/states';
import { Name, type TextInLanguages, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';
import { PartName } from './sources-tab';

/** What differs between two versions, field by field. */
export function Differences({
  agreement,
  n,
  against,
}: {
  readonly agreement: Agreement;
  readonly n: number;
  readonly against: number;
}) {
  const { t } = useTranslation('agreements');
  const word = useWord();
  const diff = useApi().useQuery('get', '/api/v1/agreements/{id}/versions/{n}/diff', {
    params: { path: { id: agreement.id, n: n as never }, query: { against: against as never } },
  });
  return (
    <Loaded query={diff} lines={4}>
      {({ differences }) =>
        differences.length === 0 ? (
          <p className="muted">{t('history.noDifference')}</p>
        ) : (
          <dl className="differences">
            {differences.map(({ path, subject, subjectId, field, before, after }) => (
              <Difference
                key={path}
                name={
                  <>
                    <PartName agreement={agreement} subject={subject} subjectId={subjectId} />
                    {field ? ` · ${word('field', field.split('.')[0] ?? field)}` : ''}
                  </>
                }
                before={before === null ? null : <Value of={before} />}
                after={after === null ? null : <Value of={after} />}
              />
            ))}
          </dl>
        )
      }
    </Loaded>
  );
}

/** A value of a document: words as they are, parts by their own title, and all else field by field. */
function Value({ of }: { readonly of: unknown }) {
  const word = useWord();
  if (of === null || of === undefined || of === '')
    return <span className="muted">{word('absence', 'not_stated')}</span>;
  if (typeof of !== 'object') return <Name>{String(of)}</Name>;
  if (Array.isArray(of)) return <Name>{of.map(String).join(' · ')}</Name>;
  if (isText(of)) return <Text of={of} />;
  const { title, ...rest } = of as { title?: unknown };
  return (
    <ul className="plain-list">
      {isText(title) ? (
        <li>
          <Text of={title} />
        </li>
      ) : null}
      {Object.entries(rest)
        .filter(([name, value]) => typeof value !== 'object' && !/id$/i.test(name))
        .map(([name, value]) => (
          <li key={name}>
            <span className="muted">{word('field', name)}:</span> <Name>{String(value)}</Name>
          </li>
        ))}
    </ul>
  );
}

function isText(value: unknown): value is TextInLanguages {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every((key) => ['ar', 'fr', 'en'].includes(key))
  );
}
