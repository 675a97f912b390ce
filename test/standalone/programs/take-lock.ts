import { LockHeld, takeLock } from '../../../apps/standalone/src/process-lock';

/** Waits for the word on its channel, tries once, reports, and keeps what it won until it is killed. */
process.once('message', () => {
  try {
    takeLock(process.argv[2] ?? '');
    process.send?.('won');
  } catch (error) {
    process.send?.(error instanceof LockHeld ? 'held' : String(error));
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.('waiting');
