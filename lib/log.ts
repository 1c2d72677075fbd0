import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { plainWithoutSecrets, withoutSecrets } from '@/lib/redaction';

/** The secrets that this process itself was given. */
function known(): string[] {
  const { BATON_SECRET = '', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = '', DATABASE_URL = '' } = process.env;
  const password = URL.canParse(DATABASE_URL) ? decodeURIComponent(new URL(DATABASE_URL).password) : '';
  return [BATON_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, password];
}

const settings: pino.LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: {
    level: (level) => ({ level }),
    log: (fields) => plainWithoutSecrets(fields, known()) as Record<string, unknown>,
  },
  hooks: {
    logMethod(said, write) {
      write.apply(
        this,
        said.map((part) => (typeof part === 'string' ? withoutSecrets(part, known()) : part)) as typeof said,
      );
    },
  },
};

/** A log of JSON lines without secrets, on the standard output unless told otherwise. */
export const logTo = (destination?: pino.DestinationStream) => pino(settings, destination ?? pino.destination(1));

type Log = ReturnType<typeof logTo>;
type Shared = { batonLog?: Log };
const shared = globalThis as Shared;

/** The log of this process. */
export function log(): Log {
  shared.batonLog ??= logTo();
  return shared.batonLog;
}

export type Where = Readonly<Record<string, string | undefined>>;

/**
 * Logs a fault of ours and returns the number by which its line is found: the `digest` of the framework, which the page
 * shows, else a new one for the caller to show. `where` says what was asked, by the names `method`, `path`, `request` …
 */
export function logFault(error: unknown, where: Where = {}, to: Log = log()): string {
  const digest = error instanceof Error && 'digest' in error ? `${error.digest}` : '';
  const reference = digest || randomBytes(5).toString('hex');
  to.error({ reference, ...where, err: error instanceof Error ? error : new Error(String(error)) }, 'fault');
  return reference;
}

/** A visitor who left while being answered. The line of the request says so. */
const isGone = (error: Error) => error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';

/** Turns what anybody writes to the console into lines of the log. A fault with a number has its line already. */
export function takeConsole(to: Log = log()): void {
  for (const level of ['error', 'warn', 'info', 'log', 'debug'] as const) {
    console[level] = (...said: unknown[]) => {
      if (said.some((part) => part instanceof Error && ('digest' in part || isGone(part)))) return;
      const err = said.find((part) => part instanceof Error);
      const words = said.filter((part) => part !== err).map((part) => (typeof part === 'string' ? part : shown(part)));
      to[level === 'log' ? 'info' : level](err ? { err } : {}, words.join(' ').trim() || 'console');
    };
  }
}

function shown(part: unknown): string {
  try {
    return JSON.stringify(plainWithoutSecrets(part, known())) ?? String(part);
  } catch {
    return String(part);
  }
}
