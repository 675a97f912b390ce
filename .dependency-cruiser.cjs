/**
 * The shape of the project as rules: `npm run imports`. A failing example of each stands in
 * test/architecture/import-rules.spec.ts; docs/ARCHITECTURE.md prints the order and the rooms.
 */

/** From left to right: a feature imports those before it. Features in one entry do not see each other. */
const ORDER = [
  ['kernel'],
  ['platform'],
  ['audit'],
  ['identity'],
  ['reference'],
  ['organisations'],
  ['agreements'],
  ['delivery'],
  ['alerts'],
  ['indicators', 'incentives', 'privacy'],
  ['publication'],
];

/** What each room of a feature may import of its own feature and of the others; the kernel is open to all. */
const ROOMS = {
  persistence: { own: ['domain'], platform: true, features: false },
  'use-cases': { own: ['domain', 'persistence'], platform: true, features: true },
  http: { own: ['domain', 'use-cases'], platform: true, features: false },
  // A job that answers an event of a feature to the left is named there.
  jobs: { own: ['use-cases'], platform: true, features: true },
};

/** Packages that only platform talks to, so that a newer major version is one feature's work. */
const FRAMEWORKS = ['bullmq', 'ioredis', 'moment-timezone', 'nodemailer', 'openid-client', 'pg'];
const WEB_SERVER = ['fastify', '@fastify/[^/]+', '@nestjs/platform-fastify'];

const packages = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const FEATURE = '(?!kernel/|platform/)([^/]+)';
const KERNEL = '^libs/kernel/src/index\\.ts$';
const PLATFORM = '^libs/platform/src/index\\.ts$';
const OTHER_FEATURE = '^libs/[^/]+/src/index\\.ts$';
const PRODUCTION = { path: '^(apps|libs|migrations)/', pathNot: '\\.spec\\.ts$' };

const orderRules = ORDER.flatMap((names, position) => {
  const right = ORDER.slice(position + 1).flat();
  return names.map((name) => ({
    name: `order-${name}`,
    comment: `${name} imports features to its left only; to its right it speaks by events in the outbox.`,
    severity: 'error',
    from: { path: `^libs/${name}/` },
    to: { path: `^libs/(${[...names.filter((other) => other !== name), ...right].join('|')})/|^apps/` },
  }));
});

const roomRules = Object.entries(ROOMS).map(([room, may]) => ({
  name: `room-${room}`,
  comment: `${room}/ imports the kernel${may.platform ? ', platform' : ''}${may.features ? ', features to the left' : ''} and of its own feature ${may.own.join(', ')}.`,
  severity: 'error',
  from: { path: `^libs/${FEATURE}/src/${room}/`, pathNot: '\\.spec\\.ts$' },
  to: {
    path: '^(apps|libs|migrations|test)/',
    pathNot: [
      `^libs/$1/src/(${[room, ...may.own].join('|')})/`,
      KERNEL,
      ...(may.platform ? [PLATFORM] : []),
      ...(may.features ? [OTHER_FEATURE] : []),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...orderRules,
    ...roomRules,
    {
      name: 'room-domain',
      comment:
        'domain/ is pure: it imports the kernel and itself, no package, and of Node only digests, which are values.',
      severity: 'error',
      from: { path: `^libs/${FEATURE}/src/domain/`, pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/$1/src/domain/', KERNEL, '^(node:)?crypto$'] },
    },
    {
      name: 'kernel-is-alone',
      comment: 'The kernel is plain TypeScript: it imports no package and nothing of Node.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/|^apps/' },
    },
    {
      name: 'through-the-index',
      comment: 'A feature shows its public face in index.ts; everything else is its own business.',
      severity: 'error',
      from: { path: '^(?:libs/([^/]+)|apps|migrations)/' },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', OTHER_FEATURE] },
    },
    {
      name: 'not-through-the-own-index',
      comment: 'Inside a feature files import each other by relative path: the own index is a circle.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'controllers-ask-use-cases',
      comment: 'A controller is a table of routes: it reaches the tables through a use case.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '/persistence/' },
    },
    {
      name: 'core-module-without-edges',
      comment:
        'The module of a feature is used by api and worker alike, so it holds neither routes nor handlers.',
      severity: 'error',
      from: { path: `^libs/${FEATURE}/src/\\1\\.module\\.ts$` },
      to: { path: '^libs/$1/src/(http|jobs)/' },
    },
    {
      name: 'http-module-without-jobs',
      comment: 'The api process runs no job.',
      severity: 'error',
      from: { path: `^libs/${FEATURE}/src/\\1-http\\.module\\.ts$` },
      to: { path: '^libs/$1/src/jobs/' },
    },
    {
      name: 'jobs-module-without-http',
      comment: 'The worker process answers no route.',
      severity: 'error',
      from: { path: `^libs/${FEATURE}/src/\\1-jobs\\.module\\.ts$` },
      to: { path: '^libs/$1/src/http/' },
    },
    {
      name: 'nothing-imports-alerts',
      comment: 'Who is told and when follows from facts: alerts listen to events, nobody calls them.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/alerts/' },
      to: { path: '^libs/alerts/' },
    },
    {
      name: 'frameworks-in-platform',
      comment: 'Queue, driver, mail, sign-in protocol and time zones are known in platform only.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/platform/', '^apps/standalone/', '\\.spec\\.ts$'] },
      to: { path: packages(FRAMEWORKS) },
    },
    {
      name: 'launcher-frameworks',
      comment: 'The launcher speaks to the database it starts, before there is an application; nothing else.',
      severity: 'error',
      from: { path: '^apps/standalone/' },
      to: { path: packages(FRAMEWORKS.filter((name) => name !== 'pg')) },
    },
    {
      name: 'web-server-in-platform',
      comment: 'The api process puts the web server together; features know it through platform only.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/platform/', '^apps/api/', '\\.spec\\.ts$'] },
      to: { path: packages(WEB_SERVER) },
    },
    {
      name: 'mapper-behind-use-cases',
      comment: 'Routes and handlers ask use cases; they never see the object mapper.',
      severity: 'error',
      from: { path: `^libs/${FEATURE}/src/(http|jobs)/`, pathNot: '\\.spec\\.ts$' },
      to: { path: packages(['typeorm', '@nestjs/typeorm']) },
    },
    {
      name: 'validation-in-http',
      comment: 'Requests are validated and documented where they arrive.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/platform/', '/src/http/', '\\.spec\\.ts$'] },
      to: { path: packages(['class-validator', 'class-transformer', '@nestjs/swagger']) },
    },
    {
      name: 'migrations-stand-still',
      comment: 'A migration that ran does not change with the code: it imports the mapper only.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: ['^migrations/', packages(['typeorm'])] },
    },
    {
      name: 'apps-are-separate',
      comment:
        'A process starts another by its compiled entry, never by importing it; only a command of the launcher may put the api together, to describe it.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/src/commands/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-circles',
      comment: 'A circle of imports makes the order of loading matter; types may point back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-from-tests',
      comment: 'Production code stands without its tests.',
      severity: 'error',
      from: PRODUCTION,
      to: { path: '^test/|\\.spec\\.ts$' },
    },
    {
      name: 'no-development-packages',
      comment: 'The image holds production dependencies only.',
      severity: 'error',
      from: PRODUCTION,
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declared-packages',
      comment: 'A package that is imported stands in package.json, not in the tree by chance.',
      severity: 'error',
      from: PRODUCTION,
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|^apps/web/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types'],
    },
  },
};
