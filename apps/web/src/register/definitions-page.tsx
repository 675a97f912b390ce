import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useHref, useParams, useSearchParams } from 'react-router';
import { LANGUAGES, directionOf } from '@/app/languages';
import { NotFound } from '@/app/not-found';
import { Page } from '@/app/page';
import { useLanguage, useServices } from '@/app/services';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Empty, Failure, Loaded, Skeleton } from '@/ui/states';
import { Text, useText } from '@/ui/text';
import { definitionPath } from './figure-links';
import { type Definition, definitionsQuery } from './queries';
import { useStatusOf } from './status';
import { holdsWords } from './fold';

/** What the words and numbers of the register mean. */
export function DefinitionsPage() {
  const { t } = useTranslation('register');
  const { api } = useServices();
  const definitions = useQuery(definitionsQuery(api));
  const [address, setAddress] = useSearchParams();
  const action = useHref('/definitions');
  const searched = address.get('q') ?? '';
  useStatusOf(definitions.error);
  return (
    <Page title={t('definitions.title')} lead={t('definitions.lead')} description={t('definitions.lead')}>
      <div className="stack">
        <form
          className="filters-search no-print"
          role="search"
          method="get"
          action={action}
          onSubmit={(event) => event.preventDefault()}
        >
          <TextField
            type="search"
            name="q"
            label={t('definitions.search')}
            defaultValue={searched}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) =>
              setAddress(target.value ? { q: target.value } : {}, { replace: true, preventScrollReset: true })
            }
          />
          <Button type="submit">{t('filters.submit')}</Button>
        </form>
        <Loaded query={definitions} lines={12}>
          {({ items }) => <Groups definitions={items.filter((one) => holdsWords(textsOf(one), searched))} />}
        </Loaded>
      </div>
    </Page>
  );
}

function textsOf({ term, definition }: Definition): string {
  return LANGUAGES.flatMap((language) => [term[language], definition[language]]).join(' ');
}

function Groups({ definitions }: { readonly definitions: readonly Definition[] }) {
  const { t } = useTranslation('register');
  const groups = [...new Set(definitions.map(({ group }) => group))];
  return (
    <>
      <p role="status" className="muted">
        {t('definitions.found', { count: definitions.length })}
      </p>
      {definitions.length === 0 ? <Empty title={t('definitions.empty')} /> : null}
      {groups.map((group) => (
        <section key={group} className="section" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t(`definitions.group.${group}` as never, { defaultValue: group })}</h2>
          <dl className="glossary">
            {definitions
              .filter((one) => one.group === group)
              .map((one) => (
                <div key={one.id} id={one.id} className="glossary-entry">
                  <dt>
                    <Link to={definitionPath(one.id)}>
                      <Text of={one.term} />
                    </Link>
                    <OtherTerms of={one} />
                  </dt>
                  <dd>
                    <Text of={one.definition} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** The same word in the other two languages. */
function OtherTerms({ of: { term } }: { readonly of: Definition }) {
  const own = useLanguage();
  return (
    <>
      {LANGUAGES.filter((language) => language !== own).map((language) => (
        <span key={language} className="small muted block">
          <bdi lang={language} dir={directionOf(language)}>
            {term[language]}
          </bdi>
        </span>
      ))}
    </>
  );
}

/** One word, in three languages. */
export function DefinitionPage() {
  const { t } = useTranslation('register');
  const { api } = useServices();
  const own = useLanguage();
  const text = useText();
  const { id = '' } = useParams();
  const definitions = useQuery(definitionsQuery(api));
  useStatusOf(definitions.error);
  const found = definitions.data?.items.find((one) => one.id === id);
  if (definitions.data && !found) return <NotFound />;
  const above = <Link to={`/definitions#${id}`}>{t('definitions.above')}</Link>;
  if (!found) {
    return (
      <Page title={t('definitions.title')} above={above}>
        {definitions.error ? <Failure error={definitions.error} /> : <Skeleton />}
      </Page>
    );
  }
  return (
    <Page title={text(found.term)} above={above} description={text(found.definition)}>
      <div className="stack-loose">
        <p className="lead definition-text">
          <Text of={found.definition} />
        </p>
        {LANGUAGES.filter((language) => language !== own).map((language) => (
          <section
            key={language}
            className="section other-language"
            lang={language}
            dir={directionOf(language)}
          >
            <h2>{found.term[language]}</h2>
            <p className="prose">{found.definition[language]}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}
