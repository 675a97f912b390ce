import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { LANGUAGES, LANGUAGE_NAMES, type Language, directionOf } from './languages';
import { useLanguage } from './services';
import { ThemeSwitch } from './theme-switch';

interface PageHeaderProps {
  /** Name of the navigation, for those who hear it. */
  readonly label: string;
  /** Address that the name leads to. */
  readonly home: string;
  /** Links of the navigation. */
  readonly children: ReactNode;
  /** What stands at the end: who is signed in, or the way there. */
  readonly end?: ReactNode;
  /** Many links: a row of their own; where the window is narrow, all but the name is behind a button. */
  readonly folded?: boolean;
}

/** The bar above every page: the register's name, where one can go, language and theme. */
export function PageHeader({ label, home, children, end, folded = false }: PageHeaderProps) {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const links = useId();
  const { pathname } = useLocation();
  // Open on the page where it was opened: it closes once a link is followed.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  return (
    <header className={folded ? `bar bar-folded ${open ? 'bar-open' : ''}` : 'bar'}>
      <div className="bar-inner">
        <Link className="bar-name" to={home}>
          <svg aria-hidden="true" viewBox="0 0 32 32" width="28" height="28">
            <path
              fill="currentColor"
              d="M16 1l4.4 4.4H27V12l4 4-4 4v6.600h-6.600L16 31l-4.400-4.400H5V20l-4-4 4-4V5.400h6.600zM16 9l-1.900 5.100L9 16l5.100 1.900L16 23l1.900-5.100L23 16l-5.100-1.900z"
            />
          </svg>
          <span>{t('name')}</span>
        </Link>
        {folded ? (
          <button
            type="button"
            className="bar-fold no-print"
            aria-expanded={open}
            aria-controls={links}
            onClick={() => setOpenAt(open ? null : pathname)}
          >
            {t('menu')}
          </button>
        ) : null}
        <nav className="bar-nav no-print" id={links} aria-label={label}>
          {children}
        </nav>
        <div className="bar-end no-print">
          <LanguageLinks />
          <ThemeSwitch />
          {end ?? (
            <a className="bar-link" href={`/${language}/staff`}>
              {t('signIn')}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}

/** The same page in the other languages: whole documents of their own, with their own language and direction. */
function LanguageLinks() {
  const { t } = useTranslation('shell');
  const current = useLanguage();
  const { pathname, search } = useLocation();
  const hash = useHash();
  return (
    <ul className="languages" aria-label={t('languages')}>
      {LANGUAGES.map((language: Language) => (
        <li key={language}>
          <a
            href={`/${language}${pathname === '/' ? '' : pathname}${search}${hash}`}
            lang={language}
            dir={directionOf(language)}
            hrefLang={language}
            aria-current={language === current ? 'true' : undefined}
          >
            {LANGUAGE_NAMES[language]}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The part of the address that no server sees, once the page lives. */
function useHash(): string {
  const { hash } = useLocation();
  const [known, setKnown] = useState('');
  useEffect(() => setKnown(hash), [hash]);
  return known;
}
