/** What a setting must be, as whoever set it wrong reads it. */
export const METRICS_PORT_RANGE = { message: 'must be a whole number from 1 to 65534' };
export const PORT_RANGE = { message: 'must be a whole number from 1 to 65535' };
export const HOURS = { message: 'must be a whole number of hours from 1 to 168' };
export const REQUEST_DAYS = { message: 'must be a whole number of days from 1 to 365' };
export const IDLE_MINUTES = { message: 'must be a whole number of minutes from 1 to 10080' };
export const A_MINUTE = { message: 'must be a whole number of requests a minute, 0 for no limit' };
export const INSTANT = { message: 'must be an instant with time and zone, such as 2026-11-23T10:00:00Z' };
export const FILE_BYTES = { message: 'must be a whole number of bytes from 1 to 1073741824' };
