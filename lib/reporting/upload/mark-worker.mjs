// A thread of its own, whose crash leaves the server running.
import { parentPort, workerData } from 'node:worker_threads';
import { markWorkbook } from './mark-workbook.mjs';

await markWorkbook(workerData, (message) => parentPort.postMessage(message));
