import {
  ActionNotPossible,
  type Transition,
  type Workflow,
  hindranceOf,
  offeredActions,
  transitionFrom,
  workflowFaults,
} from './workflow';

type State = 'open' | 'checked' | 'closed';
type Action = 'check' | 'close';
type Guard = 'is_complete' | 'is_another_person';

function way(to: State, guards: Guard[] = []): Transition<State, Guard> {
  return { to, permission: 'agreement.log', guards, event: 'thing.moved', wantsReason: false };
}

const THING: Workflow<State, Action, Guard> = {
  name: 'thing',
  initial: ['open'],
  actions: ['check', 'close'],
  states: {
    open: { check: way('checked', ['is_complete', 'is_another_person']) },
    checked: { close: way('closed') },
    closed: {},
  },
};

describe('a workflow', () => {
  const willing = { permission: () => null, guard: () => null };

  it('knows the way of an action from a state, and refuses what its table does not hold', () => {
    expect(transitionFrom(THING, 'open', 'check').to).toBe('checked');
    expect(() => transitionFrom(THING, 'open', 'close')).toThrow(ActionNotPossible);
  });

  it('asks the permission first, then the guards in their order', () => {
    const { check } = THING.states.open;
    if (!check) throw new Error('the table lost its way');
    const forbidden = { ...willing, permission: () => ({ code: 'permission_required' }) };
    expect(hindranceOf(check, forbidden)).toEqual({ code: 'permission_required' });
    expect(hindranceOf(check, { ...willing, guard: (code) => ({ code }) })).toEqual({ code: 'is_complete' });
    const second = { ...willing, guard: (code: Guard) => (code === 'is_complete' ? null : { code }) };
    expect(hindranceOf(check, second)).toEqual({ code: 'is_another_person' });
    expect(hindranceOf(check, willing)).toBeNull();
  });

  it('offers every action, each with what stands in its way', () => {
    expect(offeredActions(THING, 'open', willing)).toEqual([
      { action: 'check', allowed: true, hindrance: null },
      {
        action: 'close',
        allowed: false,
        hindrance: { code: 'action_not_possible', values: { action: 'close', state: 'open' } },
      },
    ]);
    expect(offeredActions(THING, 'closed', willing).some(({ allowed }) => allowed)).toBe(false);
  });

  it('follows every target of a way whose end the facts decide', () => {
    const twofold = {
      ...THING,
      states: { open: { check: { ...way('checked'), orTo: ['closed' as State] } }, checked: {}, closed: {} },
    };
    expect(workflowFaults(twofold, ['checked', 'closed'])).toEqual(['close is possible nowhere']);
  });

  it('finds targets, states and actions that lead nowhere', () => {
    expect(workflowFaults(THING, ['closed'])).toEqual([]);
    expect(workflowFaults(THING, [])).toEqual(['closed has no way out']);
    const broken = {
      ...THING,
      states: { open: { check: way('gone' as State) }, checked: {}, closed: {} },
    };
    expect(workflowFaults(broken, ['closed', 'checked'])).toEqual([
      'open leads to gone, which does not exist',
      'checked is never reached',
      'closed is never reached',
      'close is possible nowhere',
    ]);
  });
});
