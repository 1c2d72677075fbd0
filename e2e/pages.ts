/** A page of the product, opened with rows that the data set surely has. */
export type ProductPage = { readonly name: string; readonly path: string };

export const pages: readonly ProductPage[] = [
  { name: 'overview', path: '/' },
  { name: 'indicators', path: '/catalogue/indicators' },
  { name: 'indicator', path: '/catalogue/indicators/GDP' },
  { name: 'units', path: '/catalogue/units' },
  { name: 'unit', path: '/catalogue/units/320671' },
  { name: 'sources', path: '/catalogue/sources' },
  { name: 'source', path: '/catalogue/sources/SEED2' },
  { name: 'compare', path: '/dashboards/compare' },
  { name: 'revisions', path: '/reporting/revisions?since=2020-01-01T00:00' },
  { name: 'figure', path: '/reporting/revisions/GDP/320600/2022' },
  { name: 'search', path: '/search?q=gdp' },
  { name: 'help', path: '/help' },
  { name: 'roles', path: '/access/roles' },
];

/** Addresses of things that do not exist. */
export const missing: readonly string[] = [
  '/catalogue/indicators/no-such-indicator',
  '/catalogue/units/no-such-unit',
  '/catalogue/sources/no-such-source',
  '/reporting/revisions/GDP/320600/no-such-period',
  '/no-such-page',
];
