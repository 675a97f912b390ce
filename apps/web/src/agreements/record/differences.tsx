import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Difference } from '@/ui/difference';
import { Loaded } from '@/ui/states';
import { Name, type TextInLanguages, Text } from '@/ui/text';
import { useCodeOfField } from '@/words/use-code-of-field';
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
                before={before === null ? null : <Value of={before} field={lastOf(field)} />}
                after={after === null ? null : <Value of={after} field={lastOf(field)} />}
              />
            ))}
          </dl>
        )
      }
    </Loaded>
  );
}

/** A value of a document: words as they are, parts by their own title, and all else field by field. */
function Value({ of, field }: { readonly of: unknown; readonly field: string }) {
  const word = useWord();
  const said = useSaid();
  if (of === null || of === undefined || of === '')
    return <span className="muted">{word('absence', 'not_stated')}</span>;
  if (typeof of !== 'object') return <Name>{said(field, String(of))}</Name>;
  if (Array.isArray(of)) return <Name>{of.map((one) => said(field, String(one))).join(' · ')}</Name>;
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
            <span className="muted">{word('field', name)}:</span> <Name>{said(name, String(value))}</Name>
          </li>
        ))}
    </ul>
  );
}

/** Codes in words and days as they are written; whatever else stands as it is. */
function useSaid(): (field: string, value: string) => string {
  const inWords = useCodeOfField();
  const language = useLanguage();
  return (field, value) =>
    inWords(field, value) ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, language) : value);
}

/** `deadline.stated`: the field that holds the value itself. */
function lastOf(field: string | null): string {
  return field?.split('.').at(-1) ?? '';
}

function isText(value: unknown): value is TextInLanguages {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every((key) => ['ar', 'fr', 'en'].includes(key))
  );
}
