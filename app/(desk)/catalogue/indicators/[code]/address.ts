import { paths, withQuery } from '@/lib/paths';

/** The parameters in the address of an indicator's page; all are optional. */
export type Address = {
  readonly period?: string | undefined;
  readonly group?: string | undefined;
  readonly sort?: string | undefined;
  readonly order?: string | undefined;
  /** The unit whose figures of all periods are listed. */
  readonly unit?: string | undefined;
  /** `period` lists every figure of the period, `all` every figure of the indicator; without it, the documents. */
  readonly list?: string | undefined;
  /** The text by which a unit of a large group is looked for. */
  readonly q?: string | undefined;
  /** The page of a long ranking. */
  readonly page?: string | undefined;
  /** A past minute, Shanghai time (2026-11-01T12:00): the page shows the figures published then. */
  readonly asof?: string | undefined;
};

const names = ['period', 'group', 'sort', 'order', 'unit', 'list', 'q', 'page', 'asof'] as const;

/** Reads the parameters that are given once; repeated ones are ignored. */
export function readAddress(asked: Record<string, string | string[] | undefined>): Address {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = asked[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

export function addressOf(code: string, address: Address, anchor = ''): string {
  return withQuery(paths.indicator(code), Object.fromEntries(names.map((name) => [name, address[name]])), anchor);
}

export function downloadOf(code: string, format: 'csv' | 'xlsx', address: Address): string {
  const { period, group, asof } = address;
  return withQuery(paths.indicatorFile(code), { format, period, group, asof });
}
