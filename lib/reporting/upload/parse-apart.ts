import { sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type CellValue, cellAddress, cellText, lostDigitsFrom } from '@/lib/reporting/upload/cell-text';
import { type Format, limits } from '@/lib/reporting/upload/limits';
import { refusedCell, refusedUpload } from '@/lib/reporting/upload/refuse-upload';

type Told =
  | { readonly rows: readonly { readonly at: number; readonly values: readonly CellValue[] }[] }
  | { readonly done: true }
  | { readonly badRow: number }
  | { readonly broken: string };

type Content = { format: 'xlsx'; content: Uint8Array<ArrayBuffer> } | { format: 'csv'; content: string };

// The thread runs the file as it lies in the project. The bundler follows a path it can work out (by `join`, or a plain
// template) and would put a copy of its own in the thread; this one it cannot.
const parserFile = [process.cwd(), 'lib', 'reporting', 'upload', 'parse-worker.mjs'].join(sep);

/**
 * The rows of a workbook or a text, read in a thread with little memory and little time. A row that the file leaves out
 * is an empty row, so that a row's place in the list is its place in the sheet.
 */
export async function parsedRows(file: Content): Promise<string[][]> {
  const { heapMegabytes, seconds } = limits.parser;
  const worker = new Worker(parserFile, {
    workerData: file,
    transferList: file.format === 'xlsx' ? [file.content.buffer] : [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    env: {},
    execArgv: [],
  });
  const alarm = new AbortController();
  const timer = setTimeout(() => alarm.abort(), seconds * 1000);
  try {
    return await rowsToldBy(worker, file.format, alarm.signal);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function rowsToldBy(worker: Worker, format: Format, alarm: AbortSignal): Promise<string[][]> {
  const rows: string[][] = [];
  return new Promise((resolve, reject) => {
    alarm.addEventListener('abort', () =>
      reject(refusedUpload('limit', 'tooSlow', { seconds: limits.parser.seconds })),
    );
    worker.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusedUpload('limit', 'tooHeavy') : error),
    );
    worker.on('exit', (code) => reject(new Error(`the thread that reads uploads ended with ${code}`)));
    worker.on('message', (told: Told) => {
      try {
        if ('rows' in told) for (const { at, values } of told.rows) addRow(rows, at, values, format);
        if ('broken' in told) throw refusedUpload('invalid', 'damaged');
        if ('badRow' in told) throw refusedUpload('invalid', 'quotes', { row: told.badRow });
        if ('done' in told) resolve(rows);
      } catch (error) {
        reject(error);
      }
    });
  });
}

function addRow(rows: string[][], at: number, values: readonly CellValue[], format: Format): void {
  if (!Number.isInteger(at) || at < rows.length) throw refusedUpload('invalid', 'damaged');
  if (at >= limits[format].rows || values.length > limits[format].columns) {
    throw refusedCell(cellAddress(at + 1, values.length), format);
  }
  while (rows.length < at) rows.push([]);
  rows.push(values.map((value, column) => exactText(value, at + 1, column + 1)));
}

function exactText(value: CellValue, row: number, column: number): string {
  if (typeof value === 'number' && Math.abs(value) >= lostDigitsFrom) {
    throw refusedUpload('invalid', 'longNumber', { cell: cellAddress(row, column) });
  }
  return cellText(value);
}
