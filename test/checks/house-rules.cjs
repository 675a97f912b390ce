/**
 * The rules of this project that no published rule set knows. They need no type information, so that
 * `house-rules.spec.ts` can hold a failing example of each.
 */
const SOURCES = ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.ts'];
const SPECS = ['**/*.spec.ts'];

const TIME_OF_THE_SERVER =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(\s*\)|\b(?:CURRENT_DATE|CURRENT_TIME|CURRENT_TIMESTAMP|LOCALTIME|LOCALTIMESTAMP)\b/i;

/**
 * Files whose SQL may ask the server for the time, because the column is technical (a lease, a heartbeat). The
 * default of a column in an entity, `now()` and nothing more, needs no entry.
 */
const TECHNICAL_TIME = [
  'libs/platform/src/outbox/relay.ts',
  'libs/platform/src/http/idempotency.interceptor.ts',
  'libs/audit/src/persistence/chain.repository.ts',
  'libs/audit/src/persistence/trail-lines.repository.ts',
];

const DRAWERS = /(^|[/._-])(utils?|common|helpers?|misc|shared)([/._-]|$)/;

const plugin = {
  rules: {
    'named-for-the-domain': {
      meta: {
        type: 'problem',
        messages: { drawer: 'A file or folder is named for what it holds, not utils, common or helpers.' },
      },
      create(context) {
        const file = context.filename.slice(context.cwd.length + 1);
        return {
          Program(node) {
            if (DRAWERS.test(file)) context.report({ node, messageId: 'drawer' });
          },
        };
      },
    },
    'no-server-time-in-sql': {
      meta: {
        type: 'problem',
        messages: {
          time: 'SQL is told the business date as a parameter; a file with a technical column is listed in TECHNICAL_TIME.',
        },
      },
      create(context) {
        const isEntity = /\.entit(?:y|ies)\.ts$/.test(context.filename);
        const look = (node, text) => {
          if (isEntity && text === 'now()') return;
          if (typeof text === 'string' && TIME_OF_THE_SERVER.test(text))
            context.report({ node, messageId: 'time' });
        };
        return {
          TemplateElement: (node) => look(node, node.value.raw),
          Literal: (node) => look(node, node.value),
        };
      },
    },
  },
};

const clock =
  'Ask the Clock of @app/platform: the time of the system is read in libs/platform/src/clock only.';

/** Configuration blocks in ESLint's flat format. */
const houseRules = [
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'migrations/**/*.ts', 'test/**/*.{ts,cjs}'],
    plugins: { house: plugin },
    rules: {
      'house/named-for-the-domain': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|failing)$/]',
          message: 'Every test runs: none is skipped, none runs alone.',
        },
        {
          selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
          message: 'Every test runs: none is skipped, none runs alone.',
        },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="style"]',
          message: 'The policy of the pages refuses style in markup: use a class, or an attribute of SVG.',
        },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'What the register holds is text, whatever is written in it.',
        },
      ],
    },
  },
  {
    files: SOURCES,
    ignores: SPECS,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
        { selector: 'CallExpression[callee.name="Date"]', message: clock },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: clock },
        {
          object: 'process',
          property: 'env',
          message: 'Settings are read and validated in libs/platform/src/config only.',
        },
      ],
      'no-restricted-imports': [
        'error',
        { paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env'] })) },
      ],
      'no-console': 'error',
    },
  },
  {
    files: SOURCES,
    ignores: [...SPECS, ...TECHNICAL_TIME],
    rules: { 'house/no-server-time-in-sql': 'error' },
  },
  {
    files: ['libs/platform/src/clock/**/*.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'no-restricted-properties': ['error', { object: 'process', property: 'env' }],
    },
  },
  {
    files: ['libs/platform/src/config/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: clock }] },
  },
  { files: ['apps/standalone/**/*.ts'], rules: { 'no-console': 'off' } },
];

module.exports = { houseRules };
