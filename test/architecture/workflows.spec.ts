import { LANGUAGES, PERMISSIONS, targetsOf, workflowFaults } from '@app/kernel';
import { ROLES, permissionsOf } from '@app/identity';
import { hasSentence, sentence } from '@app/platform';
import { WORKFLOWS, statePages } from '../../apps/standalone/src/commands/generated/state-pages';

/** In every language, and not the same words as a placeholder would have. */
function isSaid(code: string): boolean {
  return hasSentence(code) && LANGUAGES.every((language) => sentence(code, language).trim().length > 0);
}

describe.each(WORKFLOWS.map((drawn) => [drawn.workflow.name, drawn] as const))('states of %s', (_, drawn) => {
  const { workflow, final, words } = drawn;
  const states = Object.keys(workflow.states);
  const ways = states.flatMap((state) =>
    workflow.actions.flatMap((action) => {
      const way = workflow.states[state]?.[action];
      return way ? [{ state, action, ...way }] : [];
    }),
  );

  it('all exist, are reached, and lead on unless they are final', () => {
    expect(workflowFaults(workflow, final)).toEqual([]);
    expect(final.filter((state) => ways.some((way) => way.state === state))).toEqual([]);
    expect(ways.flatMap(targetsOf).filter((to) => !states.includes(to))).toEqual([]);
  });

  it('are left with a permission that exists and that somebody holds', () => {
    const held = permissionsOf(ROLES);
    for (const { permission } of ways) {
      expect(PERMISSIONS).toContain(permission);
      expect(held).toContain(permission);
      expect(isSaid(`permission.${permission}`)).toBe(true);
    }
  });

  it('and their steps are called something in three languages', () => {
    const codes = [
      ...states.map((state) => `${words}.state.${state}`),
      ...workflow.actions.map((action) => `${words}.action.${action}`),
    ];
    expect(codes.filter((code) => !isSaid(code))).toEqual([]);
  });

  it('name the entry of each step in the trail', () => {
    for (const { event } of ways) expect(event).toMatch(/^[a-z_]+\.[a-z_]+$/);
  });
});

describe('the drawings', () => {
  it('are one for each table, with every state and every step', () => {
    const pages = statePages();
    expect(new Set(pages.map(({ path }) => path)).size).toBe(WORKFLOWS.length);
    pages.forEach(({ content }, index) => {
      const { states = {}, actions = [] } = WORKFLOWS[index]?.workflow ?? {};
      for (const [state, ways] of Object.entries(states)) {
        expect(content).toContain(`  ${state}: `);
        for (const action of actions) {
          const way = ways[action];
          if (way) expect(content).toContain(`  ${state} --> ${way.to}: `);
        }
      }
    });
  });
});
