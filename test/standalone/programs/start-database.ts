import { startEmbeddedPostgres } from '../../../apps/standalone/src/embedded-postgres';

/** Starts the embedded server of a data directory and leaves it running, as a killed launcher would. */
startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', log: () => undefined }).then(
  ({ port, ownerUrl }) => {
    console.log(JSON.stringify({ port, ownerUrl }));
    process.exit(0);
  },
  (error: Error) => {
    console.log(JSON.stringify({ refused: error.message }));
    process.exit(1);
  },
);
