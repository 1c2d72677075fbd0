import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formOf } from '@/lib/form-body';
import { inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';

/** What somebody has sent, on the disk. */
export type Quarantined = {
  /** Takes it into memory as the form that it is; refused when it is none. */
  readonly form: () => Promise<FormData>;
  /** Lets it be gone. */
  readonly close: () => Promise<void>;
};

/**
 * Writes a body to the disk as it comes in, into a file that has lost its name before the first byte: nothing of it stays,
 * however this process ends. Refuses what is too long and what breaks off.
 */
export async function quarantined({ body, headers }: Pick<Request, 'body' | 'headers'>): Promise<Quarantined> {
  const path = join(tmpdir(), `upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    let size = 0;
    for await (const piece of arriving(body)) {
      size += piece.length;
      if (size > limits.bodyBytes)
        throw refusedUpload('limit', 'tooLarge', { megabytes: inMegabytes(limits.csv.bytes) });
      await file.appendFile(piece);
    }
    const type = headers.get('content-type') ?? '';
    const form = async () => {
      return formOf(new Response(await contentOf(file, size), { headers: { 'content-type': type } }));
    };
    return { form, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The pieces of a body; whoever sends it may leave at any time. */
async function* arriving(body: Request['body']): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch {
    throw refusedUpload('invalid', 'damaged');
  }
}

async function contentOf(file: FileHandle, size: number): Promise<Buffer<ArrayBuffer>> {
  const content = Buffer.alloc(size);
  let at = 0;
  while (at < size) at += (await file.read(content, at, size - at, at)).bytesRead;
  return content;
}
