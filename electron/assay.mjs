#!/usr/bin/env node
// Refuses a Node that would crash inside the store's driver without a word, then hands over to the command line.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Assay needs Node 24 or newer; this is ${process.versions.node}. Start it through npm, which brings its own: npm run -s assay -- …\n`,
  );
  process.exit(1);
}
const { enableCompileCache } = await import('node:module');
// What was read and compiled once is kept among the temporary files of the machine: half of a start is that.
enableCompileCache();
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv.slice(2));
