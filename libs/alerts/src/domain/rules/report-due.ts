import type { FactRule } from './rule';

/** A report that was asked for and is owed: before its day, on it, and until somebody sends it in. */
export const reportDue: FactRule = {
  kind: 'fact',
  code: 'report_due',
  version: 1,
  counted: 'days',
  steps: [
    { at: -30, to: ['obligor'], mode: 'digest' },
    { at: -7, to: ['obligor'], mode: 'digest' },
    { at: 0, to: ['obligor'], mode: 'at_once' },
    { at: 3, to: ['obligor'], mode: 'at_once' },
    { at: 10, to: ['obligor', 'owner'], mode: 'digest' },
    { at: 30, to: ['obligor', 'owner', 'head_of_unit'], mode: 'digest' },
  ],
};
