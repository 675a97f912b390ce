import { AGREEMENTS_WORKFLOWS, type DrawnWorkflow } from '@app/agreements';
import { DELIVERY_WORKFLOWS } from '@app/delivery';
import { targetsOf } from '@app/kernel';
import { sentence } from '@app/platform';

/** Every table of states of the register; a feature adds its own. */
export const WORKFLOWS: readonly DrawnWorkflow[] = [...AGREEMENTS_WORKFLOWS, ...DELIVERY_WORKFLOWS];

/** One page of `docs/states/`. */
export interface StatePage {
  readonly path: string;
  readonly content: string;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly action: string;
}

/** A page for each table: the diagram, and who takes each step under which conditions. */
export function statePages(): StatePage[] {
  return WORKFLOWS.map((drawn) => ({
    path: `docs/states/${drawn.workflow.name}.md`,
    content: [heading(drawn), diagram(drawn), stepsTable(drawn)].join('\n'),
  }));
}

function heading({ workflow: { name } }: DrawnWorkflow): string {
  const title = name.replaceAll('_', ' ');
  return [
    `# States: ${title}`,
    '',
    'Made by `npm run states` from the table in the code; a check compares. What is not drawn cannot happen.',
    '',
  ].join('\n');
}

function diagram({ workflow, final, words }: DrawnWorkflow): string {
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.keys(workflow.states).map((state) => `  ${state}: ${stateName(words, state)}`),
    ...workflow.initial.map((state) => `  [*] --> ${state}`),
    ...arrowsOf(workflow).map(
      ({ from, to, action }) => `  ${from} --> ${to}: ${sentence(`${words}.action.${action}`, 'en')}`,
    ),
    ...final.map((state) => `  ${state} --> [*]`),
    '```',
    '',
  ].join('\n');
}

function stepsTable({ workflow, words }: DrawnWorkflow): string {
  const head = ['From', 'Step', 'To', 'Permission', 'Conditions', 'Reason'];
  const rows = Object.entries(workflow.states).flatMap(([from, ways]) =>
    workflow.actions.flatMap((action) => {
      const way = ways[action];
      if (!way) return [];
      const conditions = way.guards.map((guard) => `\`${guard}\``).join(', ');
      return [
        [
          stateName(words, from),
          sentence(`${words}.action.${action}`, 'en'),
          targetsOf(way)
            .map((to) => stateName(words, to))
            .join(' or '),
          `\`${way.permission}\``,
          conditions,
          way.wantsReason ? 'yes' : '',
        ],
      ];
    }),
  );
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';
}

function stateName(words: string, state: string): string {
  return sentence(`${words}.state.${state}`, 'en');
}

function arrowsOf(workflow: DrawnWorkflow['workflow']): Arrow[] {
  return Object.entries(workflow.states).flatMap(([from, ways]) =>
    workflow.actions.flatMap((action) => {
      const way = ways[action];
      return way ? targetsOf(way).map((to) => ({ from, to, action })) : [];
    }),
  );
}
