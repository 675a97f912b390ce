import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Light, dark, or as the system has it; kept in this browser. */
export function ThemeSwitch() {
  const { t } = useTranslation('shell');
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme(keptTheme()), []);
  return (
    <label className="theme">
      <span className="visually-hidden">{t('theme.label')}</span>
      <select value={theme} onChange={({ target }) => setTheme(keepTheme(target.value as Theme))}>
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {t(`theme.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function keptTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function keepTheme(theme: Theme): Theme {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // A browser that keeps nothing shows it for as long as the page lives.
  }
  return theme;
}
