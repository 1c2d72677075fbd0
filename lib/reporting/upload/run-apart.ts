import { sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { limits } from '@/lib/reporting/upload/limits';
import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';

// The thread runs its file from the project folder. The bundler follows a path that it can evaluate (by `join`, or a
// plain template) and would load a copy of its own; it cannot evaluate this one.
const fileOf = (name: string) => [process.cwd(), 'lib', 'reporting', 'upload', name].join(sep);

/**
 * Runs a thread with little memory and little time on an uploaded file. `hear` receives its messages one by one until
 * it returns the result; an error that it throws ends the thread as well.
 */
export async function workedApart<Told, Result>(
  name: 'parse-worker.mjs' | 'mark-worker.mjs',
  given: { readonly content: Uint8Array<ArrayBuffer> | string },
  hear: (told: Told) => Result | undefined,
): Promise<Result> {
  const { heapMegabytes, youngMegabytes, seconds } = limits.parser;
  const worker = new Worker(fileOf(name), {
    workerData: given,
    transferList: typeof given.content === 'string' ? [] : [given.content.buffer],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result>((resolve, reject) => {
      timer = setTimeout(() => reject(refusedUpload('limit', 'tooSlow', { limit: seconds })), seconds * 1000);
      worker.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusedUpload('limit', 'tooHeavy') : error),
      );
      worker.on('exit', (code) => reject(new Error(`the thread that reads uploads ended with ${code}`)));
      worker.on('message', (told: Told) => {
        try {
          const result = hear(told);
          if (result !== undefined) resolve(result);
        } catch (error) {
          reject(error);
        }
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
