/**
 * Loaded before every program of the launcher: when the launcher is killed, the program closes what it has open
 * and leaves. One that was not that far yet, or does not get to an end, leaves all the same, and frees its port.
 */
const GRACE = 8000;

process.on('disconnect', () => setTimeout(() => process.exit(1), GRACE).unref());
// Listening alone must not keep a program alive that has finished.
process.channel?.unref();
