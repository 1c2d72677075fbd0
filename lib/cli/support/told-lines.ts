import { paths } from '@/lib/paths';

/** The words of which the addresses of the product are made; all else in an address is somebody's or something's. */
const addressWords = new Set(
  Object.values(paths)
    .map((path) => (typeof path === 'string' ? path : (path as (...parts: string[]) => string)('', '', '', '')))
    .flatMap((path) => path.split(/[/?#]/)),
);

/** The last lines of a log as a bundle may tell them: when, what kind, which address, and where in the code; no text of a message. */
export function toldLines(log: string, most: number): readonly object[] {
  return log
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-most)
    .map(toldLine);
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
const ownMessages = ['request', 'fault', 'console'];

type Line = Readonly<Record<string, unknown>>;

function toldLine(line: string): object {
  const said = parsed(line);
  if (!said) return { unread: true };
  const { level, time, msg, method, path, status, ms, aborted, kind, route, err } = said;
  return {
    ...{ level: wordOf(level, levels), time: momentOf(time), msg: wordOf(msg, ownMessages) },
    ...(typeof method === 'string' && /^[A-Z]{3,7}$/.test(method) && { method }),
    ...(typeof path === 'string' && { path: toldPath(path) }),
    ...(typeof route === 'string' && { route: toldPath(route) }),
    ...(typeof status === 'number' && { status }),
    ...(typeof ms === 'number' && { ms }),
    ...(aborted === true && { aborted }),
    ...(typeof kind === 'string' && /^[a-z]{1,20}$/.test(kind) && { kind }),
    ...(isLine(err) && { err: toldError(err) }),
  };
}

/** An error by its kind, its state, and the places of the code; its words may hold what somebody typed. */
function toldError(err: Line): object {
  const { name, state, stack, cause } = err;
  const frames = `${stack ?? ''}`
    .split('\n')
    .flatMap((line) => /^\s+at .*?([\w./@[\]()-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? []);
  return {
    ...(typeof name === 'string' && /^[A-Z]\w{2,40}$/.test(name) && { name }),
    ...(typeof state === 'string' && /^[0-9A-Z_]{2,40}$/.test(state) && { state }),
    at: frames.slice(0, 8).map((frame) => frame.split('/').slice(-2).join('/')),
    ...(isLine(cause) && { cause: toldError(cause) }),
  };
}

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null;

function parsed(line: string): Line | null {
  try {
    const value: unknown = JSON.parse(line);
    return isLine(value) ? value : null;
  } catch {
    return null;
  }
}

const wordOf = (value: unknown, words: readonly string[]) => words.find((word) => word === value) ?? '…';
const momentOf = (value: unknown) => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(`${value}`) ? value : '…');

/** An address with its own words alone. */
export const toldPath = (path: string): string =>
  path
    .split(/[?#]/, 1)
    .flatMap((own) => own.split('/'))
    .map((word) => (addressWords.has(word) ? word : '…'))
    .join('/');
