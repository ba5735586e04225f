#!/usr/bin/env node
// Refuses a Node that would crash inside the store's driver without a word, then hands over to the command line.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Assay needs Node 24 or newer; this is ${process.versions.node}. Start it through npm, which brings its own: npm run -s assay -- …\n`,
  );
  process.exit(1);
}
const { dirname } = await import('node:path');
const { fileURLToPath } = await import('node:url');
const { enableCompileCache } = await import('node:module');
const { isCoreStale } = await import('./stale-build.mjs');
// What was read and compiled once is kept among the temporary files of the machine: half of a start is that.
enableCompileCache();
// What is built is a few files and starts sooner than a thousand sources; where it is older than they are, they are right.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { main } = await import(isCoreStale(root) ? './cli.ts' : '../out/main/cli.js');
process.exitCode = await main(process.argv.slice(2));
