// A thread of its own, whose crash leaves the server running.
import { parentPort, workerData } from 'node:worker_threads';
import { parseSheet } from './parse-sheet.mjs';

await parseSheet(workerData, (message) => parentPort.postMessage(message));
