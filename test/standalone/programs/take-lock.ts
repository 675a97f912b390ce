import { LockHeld, takeLock } from '../../../apps/standalone/src/process-lock';

/** Tries whenever it is told to on its channel, reports, and keeps what it won until it is killed. */
process.on('message', () => {
  try {
    takeLock(process.argv[2] ?? '');
    process.send?.('won');
  } catch (error) {
    process.send?.(error instanceof LockHeld ? 'held' : String(error));
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.('waiting');
