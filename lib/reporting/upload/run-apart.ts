import { sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { limits } from '@/lib/reporting/upload/limits';
import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';

// A thread runs its file as it lies in the project. The bundler follows a path it can work out (by `join`, or a plain
// template) and would put a copy of its own in the thread; this one it cannot.
const fileOf = (name: string) => [process.cwd(), 'lib', 'reporting', 'upload', name].join(sep);

/**
 * Lets a thread with little memory and little time work on somebody's file. `hear` takes what it tells, one message
 * after another, until it answers something, which is the result; what it throws ends the thread as well.
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
