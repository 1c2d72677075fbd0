// Several web servers behind one port: `node app/server/processes.mjs COUNT PROGRAM [ARGUMENTS]` runs COUNT processes of PROGRAM,
// which share what it listens on. One that ends unasked is replaced; on SIGTERM all end after their answers in progress.
import cluster from 'node:cluster';
import { createInterface } from 'node:readline';

const [count = '1', program = '', ...given] = process.argv.slice(2);

/** Milliseconds that a process must have lived to be replaced at once; what dies sooner again and again ends all. */
const shortLife = 5000;
const mostShortLives = 5;

// The system hands connections to whoever is free. Were they handed on by this process, those on their way to a process that dies
// would stay open without an answer.
cluster.schedulingPolicy = cluster.SCHED_NONE;
cluster.setupPrimary({ exec: program, args: given, execArgv: process.execArgv, silent: true });
let isEnding = false;
let shortLives = 0;

function start() {
  const worker = cluster.fork();
  const began = performance.now();
  // By lines, since two processes that write at once would mix their letters.
  for (const [from, to] of [
    [worker.process.stdout, process.stdout],
    [worker.process.stderr, process.stderr],
  ]) {
    if (from) createInterface({ input: from }).on('line', (line) => to.write(`${line}\n`));
  }
  worker.once('exit', () => {
    if (isEnding) return;
    shortLives = performance.now() - began < shortLife ? shortLives + 1 : 0;
    if (shortLives > mostShortLives) {
      process.exitCode = 1;
      endAll();
    } else start();
  });
}

function endAll() {
  isEnding = true;
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
}

process.once('SIGTERM', endAll);
for (let started = 0; started < Number(count); started += 1) start();
