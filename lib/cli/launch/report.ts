import { codeOf, StartFailure } from '@/db/embedded/failure';

/** The same words in both languages; the reader's language is unknown before the product runs. */
export type Words = { zh: string; en: string };

export const written = ({ zh, en }: Words) => `${zh} · ${en}`;

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step of a start and prints it with its time. `done` describes the result; null prints nothing. */
export async function step<T>(work: () => Promise<T>, done: (result: T) => Words | null): Promise<T> {
  const began = performance.now();
  const result = await work();
  const words = done(result);
  if (words) console.log(`✓ ${written(words)}  ${seconds(began)}`);
  return result;
}

/** Announces a step that takes so long that silence would worry. */
export function announce(words: Words): void {
  console.log(`… ${written(words)}`);
}

/**
 * Ends the process after a failure: one sentence for a fault that the operator can mend, all details for others.
 * Nothing is thrown past this point.
 */
export function endWith(error: unknown): never {
  const failure = error instanceof StartFailure ? error : systemFailure(error);
  if (failure) console.error(`✗ ${failure.message}\n  ${failure.zh}`);
  else console.error(error);
  process.exit(1);
}

function systemFailure(error: unknown): StartFailure | null {
  const path = error instanceof Error && 'path' in error ? ` ${error.path}` : '';
  const code = codeOf(error) || (error instanceof Error ? codeOf(error.cause) : '');
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartFailure(
        `This user cannot write${path}: make it writable, or start as its owner.`,
        `当前用户无法写入${path}：请修改其权限，或以其所有者身份启动。`,
      );
    case 'ENOSPC':
      return new StartFailure(`The disk is full${path && `:${path}`}.`, `磁盘空间不足${path && `：${path}`}。`);
    case '42501':
      return new StartFailure(
        'The user of DATABASE_URL may not create tables in that database: make it the owner of the database.',
        'DATABASE_URL 中的用户无权在该数据库中建表：请将其设为数据库的所有者。',
      );
    case '42P01':
      return new StartFailure(
        'The database has no tables of this version of Baton: start the product once, npm start, which makes them.',
        '数据库中没有本版本的数据表：请先运行一次 npm start，由它建表。',
      );
    default:
      return null;
  }
}
