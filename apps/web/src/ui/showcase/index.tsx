import { useQuery } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import type { ComponentType } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { LANGUAGES, LANGUAGE_NAMES, type Language, directionOf } from '@/app/languages';
import { Page } from '@/app/page';
import { ServicesProvider, useServices } from '@/app/services';
import { loadPublicSentences } from '@/i18n/load-sentences';
import { createSentences } from '@/i18n/sentences';
import { Loaded } from '../states';
import { SPECIMENS } from './specimens';
import './showcase.css';

const THEMES = ['light', 'dark'] as const;

/** Every component in three languages and both themes, side by side: what to look at when one is changed. */
export function Showcase() {
  const { t } = useTranslation('ui');
  const sentences = useQuery({
    queryKey: ['sentences of all languages'],
    queryFn: sentencesOfAll,
    staleTime: Infinity,
  });
  return (
    <Page title={t('showcase.title')} lead={t('showcase.lead')} wide>
      <Loaded query={sentences}>
        {(byLanguage) => (
          <div className="stack-loose">
            {SPECIMENS.map(({ name, Specimen }) => (
              <section key={name} className="section" aria-labelledby={`specimen-${name}`}>
                <h2 id={`specimen-${name}`} lang="en" dir="ltr">
                  {name}
                </h2>
                <div className="specimens">
                  {LANGUAGES.flatMap((language) =>
                    THEMES.map((theme) => (
                      <Sight
                        key={`${language} ${theme}`}
                        {...{ language, theme, Specimen }}
                        sentences={byLanguage[language]}
                      />
                    )),
                  )}
                </div>
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface SightProps {
  readonly language: Language;
  readonly theme: (typeof THEMES)[number];
  readonly sentences: I18n;
  readonly Specimen: ComponentType;
}

/** One component as one reader sees it. */
function Sight({ language, theme, sentences, Specimen }: SightProps) {
  const services = useServices();
  return (
    <ServicesProvider services={{ ...services, language, sentences }}>
      <I18nextProvider i18n={sentences}>
        <div className="specimen" lang={language} dir={directionOf(language)} data-theme={theme}>
          <p className="specimen-name">{LANGUAGE_NAMES[language]}</p>
          <Specimen />
        </div>
      </I18nextProvider>
    </ServicesProvider>
  );
}

async function sentencesOfAll(): Promise<Record<Language, I18n>> {
  const made = await Promise.all(
    LANGUAGES.map(async (language) => [
      language,
      await createSentences(language, await loadPublicSentences(language)),
    ]),
  );
  return Object.fromEntries(made) as Record<Language, I18n>;
}
