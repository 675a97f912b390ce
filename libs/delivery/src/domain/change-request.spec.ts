import * as fc from 'fast-check';
import { CHANGEABLE, hindranceToAsk, proposalFaults } from './change-request';
import { OUTCOMES } from './settlement';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);

describe('a request for a change', () => {
  it('says what it asks for and nothing else', () => {
    fc.assert(
      fc.property(
        fc.record({
          what: fc.constantFrom(...CHANGEABLE),
          text: optional(fc.constant('in words')),
          deadline: optional(fc.constantFrom('2030', '2030-06-30', 'soon')),
          value: optional(fc.constantFrom(0, 120)),
        }),
        (proposal) => {
          const { what, text, deadline, value } = proposal;
          const fits =
            what === 'deadline'
              ? deadline !== null && deadline !== 'soon' && value === null
              : deadline === null &&
                (what === 'figure' ? (value ?? text) !== null : text !== null && value === null);
          expect(proposalFaults(proposal).length === 0).toBe(fits);
        },
      ),
    );
  });

  it('is for whoever owes what still runs, one at a time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('announced', 'signed', 'suspended', 'terminated', 'fulfilled'),
        optional(fc.constantFrom(...OUTCOMES)),
        fc.boolean(),
        fc.boolean(),
        (legalState, decision, isOwn, isOpen) => {
          const runs = !['terminated', 'fulfilled'].includes(legalState);
          const may = isOwn && runs && decision === null && !isOpen;
          expect(hindranceToAsk({ legalState, decision, isOwn, isOpen }) === null).toBe(may);
        },
      ),
    );
  });
});
