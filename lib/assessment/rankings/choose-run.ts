import type { RunChoice } from './result-run';

type Asked = { readonly scheme?: string | undefined; readonly period?: string | undefined };

/**
 * The run that an address names: of the given scheme, else of the one that was published last and is no example, a real
 * one before a demonstration; of the given period, else the newest.
 */
export function chooseRun(choices: readonly RunChoice[], { scheme, period }: Asked): RunChoice | null {
  const first = [...choices].sort((a, b) => byRank(a) - byRank(b) || publishedTime(b) - publishedTime(a))[0];
  const code = choices.some(({ schemeCode }) => schemeCode === scheme) ? scheme : first?.schemeCode;
  const own = choices.filter(({ schemeCode }) => schemeCode === code);
  return own.find(({ periodCode }) => periodCode === period) ?? own[0] ?? null;
}

const byRank = ({ isExample, isDemonstration }: RunChoice) => (isExample ? 2 : 0) + (isDemonstration ? 1 : 0);
const publishedTime = ({ publishedAt }: RunChoice) => publishedAt?.getTime() ?? 0;

/** The schemes that have results, each once. */
export function schemesAmong(choices: readonly RunChoice[]): RunChoice[] {
  return choices.filter(({ schemeCode }, at) => choices.findIndex((other) => other.schemeCode === schemeCode) === at);
}
