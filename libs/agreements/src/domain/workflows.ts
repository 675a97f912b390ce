import type { Workflow } from '@app/kernel';
import { AGREEMENT_WORKFLOW } from './agreement-workflow';
import { CONDITION_WORKFLOW } from './condition-workflow';
import { PUBLICATION_WORKFLOW } from './publication-workflow';
import { FINAL_VERSION_STATES, ONE_STEP_WORKFLOW, VERSION_WORKFLOW } from './version-workflow';

/** A table of states as it is drawn and walked. */
export interface DrawnWorkflow {
  readonly workflow: Workflow<string, string, string>;
  /** States that nothing leaves. */
  readonly final: readonly string[];
  /** Under which name its states and actions have their sentences, as `agreement.action.sign`. */
  readonly words: string;
}

function drawn<State extends string, Action extends string, Guard extends string>(
  workflow: Workflow<State, Action, Guard>,
  final: readonly State[] = [],
  words: string = workflow.name,
): DrawnWorkflow {
  return { workflow, final, words };
}

/** Every table of states of this feature. */
export const AGREEMENTS_WORKFLOWS: readonly DrawnWorkflow[] = [
  drawn(AGREEMENT_WORKFLOW),
  drawn(CONDITION_WORKFLOW),
  drawn(PUBLICATION_WORKFLOW),
  drawn(VERSION_WORKFLOW, FINAL_VERSION_STATES),
  drawn(ONE_STEP_WORKFLOW, FINAL_VERSION_STATES, VERSION_WORKFLOW.name),
];
