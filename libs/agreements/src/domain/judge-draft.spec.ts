import fc from 'fast-check';
import { calendarDate } from '@app/kernel';
import type { DraftDocument } from './draft-document';
import { type DraftFacts, judgeDraft } from './judge-draft';

describe('four eyes', () => {
  const people = ['account:a', 'account:b', 'account:c'] as const;
  const person = fc.constantFrom(...people);

  it('are two pairs of different people, unless a second director allows it', () => {
    fc.assert(
      fc.property(
        fc.record({
          drafter: person,
          submitter: person,
          verifier: fc.option(person),
          actor: person,
          override: fc.option(fc.constant('account:director')),
        }),
        ({ drafter, submitter, verifier, actor, override }) => {
          const facts: DraftFacts = {
            kind: 'first',
            // Only people are looked at here.
            document: {} as DraftDocument,
            base: null,
            amendment: null,
            completeness: { score: 100, looked: 1, gaps: [] },
            people: {
              draftedBy: [drafter],
              submittedBy: submitter,
              verifiedBy: verifier,
              ...{ approvedBy: null, overriddenBy: null },
            },
            actor,
            overrideBy: { verify: override, approve: override },
            today: calendarDate('2026-11-23'),
            agreementEnded: false,
            referenceTaken: false,
          };
          const own = actor === drafter || actor === submitter;
          expect(judgeDraft(facts, 'drafted_by_others') !== null).toBe(own && override === null);
          expect(judgeDraft(facts, 'verified_by_others') !== null).toBe(
            actor === verifier && override === null,
          );
        },
      ),
    );
  });
});
