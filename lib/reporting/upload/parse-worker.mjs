// Reads a file that was sent by somebody, in a thread of its own: whatever it does to this thread, the server goes on.
// Given `{ format, content }`: the bytes of a workbook or the text of a CSV file. Tells the filled rows in batches, each
// with its place counted from 0, then that it is done, or what is wrong with the file.
import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import Papa from 'papaparse';

const batch = 500;
let rows = [];

/** A row goes out up to its last filled cell; an empty one not at all. */
function tell(at, values) {
  const last = values.findLastIndex((value) => value !== null && value !== '');
  if (last < 0) return;
  rows.push({ at, values: values.slice(0, last + 1) });
  if (rows.length >= batch) flush();
}

function flush() {
  if (rows.length > 0) parentPort.postMessage({ rows });
  rows = [];
}

/** The first sheet that is shown: nobody sees what a hidden one says. */
async function firstSheet(bytes) {
  const shown = [];
  await readXlsx(bytes, {
    sheets: (sheet) => {
      if (!sheet.hidden && !sheet.veryHidden) shown.push(sheet.index);
      return false;
    },
  });
  return shown[0] ?? 0;
}

async function readWorkbook(bytes) {
  const sheet = await firstSheet(bytes);
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) tell(index, values);
}

function readCsv(text) {
  let at = 0;
  let badRow = 0;
  Papa.parse(text, {
    delimitersToGuess: [',', '\t', ';'],
    step: ({ data, errors }, parser) => {
      tell(at, data);
      at += 1;
      if (!errors.some(({ type }) => type === 'Quotes')) return;
      badRow = at;
      parser.abort();
    },
  });
  return badRow;
}

try {
  const badRow = workerData.format === 'csv' ? readCsv(workerData.content) : await readWorkbook(workerData.content);
  flush();
  parentPort.postMessage(badRow ? { badRow } : { done: true });
} catch (error) {
  parentPort.postMessage({ broken: String(error) });
}
