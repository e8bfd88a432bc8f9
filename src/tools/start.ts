import { build } from './build.ts';
import { serve } from './serve.ts';

/** `npm start [-- PORT]`: builds the site and serves it on this machine. */
const USUAL = 4173;
const given = process.argv[2];
const port = Number(given ?? USUAL);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`"${given}" is not a port; a whole number from 0 (any that is free) to 65535 is.`);
  process.exit(2);
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

console.log('Building the site …');
await build();
const { address } = await serve({ port }).catch((error: unknown) => {
  // Nobody asked for the usual port, so any other will do.
  if (given === undefined && isTaken(error)) return serve();
  throw error;
});
console.log(`Hypervisible is at ${address} (Ctrl+C ends it)`);
