import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { RouterProvider, createBrowserRouter } from 'react-router';
import { createApi } from './api/client';
import { isLanguage } from './app/languages';
import { type PageState, recall } from './app/page-state';
import { createQueries } from './app/queries';
import { routesOf } from './app/routes';
import { type Services, ServicesProvider } from './app/services';
import { signInAgain } from './app/session-end';
import { loadPublicSentences } from './i18n/load-sentences';
import { createSentences } from './i18n/sentences';

async function begin(): Promise<void> {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'en';
  const state = JSON.parse(document.getElementById('state')?.textContent || '{}') as PageState;
  const queries = createQueries();
  recall(queries, state.answers ?? []);
  const services: Services = {
    language,
    publicUrl: state.publicUrl ?? window.location.origin,
    queries,
    api: createApi({ language, origin: window.location.origin, signInAgain }),
    sentences: await createSentences(language, await loadPublicSentences(language)),
    head: { title: document.title },
  };
  const router = createBrowserRouter(routesOf(services), {
    basename: `/${language}`,
    ...(state.router ? { hydrationData: state.router } : {}),
  });
  const page = (
    <StrictMode>
      <ServicesProvider services={services}>
        <RouterProvider router={router} />
      </ServicesProvider>
    </StrictMode>
  );
  const root = document.getElementById('root') as HTMLElement;
  if (state.router) hydrateRoot(root, page);
  else createRoot(root).render(page);
}

void begin();
