/** The one queue of the register; jobs differ by name. */
export const QUEUE_NAME = 'mithaq';
