import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formOf } from '@/lib/form-body';
import { inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';

/** A received body on disk. */
export type Quarantined = {
  /** Reads the body into memory as a form; refuses any other body. */
  readonly form: () => Promise<FormData>;
  /** Deletes the body. */
  readonly close: () => Promise<void>;
};

/**
 * Writes a body to disk as it arrives, into a file that is unlinked before the first byte: nothing remains, however
 * this process ends. Refuses a body that is too long or breaks off.
 */
export async function quarantineBody({ body, headers }: Pick<Request, 'body' | 'headers'>): Promise<Quarantined> {
  const path = join(tmpdir(), `upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    let size = 0;
    for await (const piece of bodyPieces(body)) {
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

/** The pieces of a body; the sender may leave at any time. */
async function* bodyPieces(body: Request['body']): AsyncGenerator<Uint8Array> {
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
