/** Legal states in which an agreement's deadlines are watched, as the view `live_deadline` has them. */
export const LIVE_STATES: readonly string[] = ['signed', 'in_force'];
