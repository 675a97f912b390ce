import { offeredActions, targetsOf, workflowFaults } from '@app/kernel';
import { AGREEMENT_WORKFLOW, type LegalAction, LEGAL_ACTIONS } from './agreement-workflow';
import { ENDED_STATES, type LegalState, LEGAL_STATES } from './legal-states';

const WILLING = { permission: () => null, guard: () => null };

function possibleIn(state: LegalState): LegalAction[] {
  return offeredActions(AGREEMENT_WORKFLOW, state, WILLING)
    .filter(({ allowed }) => allowed)
    .map(({ action }) => action);
}

describe('the legal life of an agreement', () => {
  it('has no way to nowhere and no state that nothing reaches; every end can be taken back', () => {
    expect(workflowFaults(AGREEMENT_WORKFLOW, [])).toEqual([]);
    expect(Object.keys(AGREEMENT_WORKFLOW.states).sort()).toEqual([...LEGAL_STATES].sort());
  });

  it.each<[LegalState, LegalAction[]]>([
    ['announced', ['negotiate', 'lapse', 'supersede']],
    ['under_negotiation', ['sign', 'lapse', 'supersede']],
    ['signed', ['put_in_force', 'fulfil', 'close_partially', 'terminate', 'expire', 'lapse', 'supersede']],
    ['in_force', ['suspend', 'fulfil', 'close_partially', 'terminate', 'expire', 'supersede']],
    ['suspended', ['resume', 'close_partially', 'terminate', 'expire', 'supersede']],
    ...ENDED_STATES.map((end): [LegalState, LegalAction[]] => [end, ['reopen']]),
  ])('%s allows %j and nothing else', (state, actions) => expect(possibleIn(state)).toEqual(actions));

  it('takes an end back to a state from which it is reached, and to no other', () => {
    for (const end of ENDED_STATES) {
      const { reopen } = AGREEMENT_WORKFLOW.states[end];
      if (!reopen) throw new Error(`${end} cannot be taken back`);
      const before = LEGAL_STATES.filter((state) =>
        LEGAL_ACTIONS.some((action) => AGREEMENT_WORKFLOW.states[state][action]?.to === end),
      );
      expect([...targetsOf(reopen)].sort()).toEqual([...before].sort());
    }
  });

  it('takes no adverse or backward step without a reason', () => {
    const silent = LEGAL_STATES.flatMap((state) =>
      LEGAL_ACTIONS.filter((action) => AGREEMENT_WORKFLOW.states[state][action]?.wantsReason === false),
    );
    expect([...new Set(silent)].sort()).toEqual([
      'expire',
      'fulfil',
      'negotiate',
      'put_in_force',
      'resume',
      'sign',
    ]);
  });
});
