/** The shape of the web application as rules: `npm run imports`. It is a program of its own that speaks to the API. */
module.exports = {
  forbidden: [
    {
      name: 'speaks-through-the-api',
      comment:
        'The web application imports nothing of the server: what it knows of it is generated from openapi.json.',
      severity: 'error',
      from: { path: '^(src|checks)/' },
      to: { path: '^../../(libs|migrations|test|apps/(api|worker|standalone))/' },
    },
    {
      name: 'ui-knows-no-page',
      comment: 'Components know languages, formats and what a refusal is, and no area of the application.',
      severity: 'error',
      from: { path: '^src/(ui|formats)/', pathNot: '/showcase' },
      to: {
        path: '^(src|checks)/',
        pathNot: '^src/(ui|formats|words)/|^src/api/|^src/app/(languages|services)',
      },
    },
    {
      name: 'public-pages-stay-light',
      comment: 'What the public loads first imports nothing of the pages behind the sign-in.',
      severity: 'error',
      from: { path: '^src/register/' },
      to: { path: '^src/', pathNot: '^src/(register|app|ui|formats|words|api|i18n)/' },
    },
    {
      name: 'resolvable',
      comment: 'An import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circles',
      comment:
        'Areas and components do not import each other in a circle; a lazily loaded page may know its frame.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.json', '.css'],
    },
  },
};
