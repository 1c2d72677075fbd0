import { manualNames } from '@/lib/help/words';

/** A page of the product, opened with rows of the data set. */
export type ProductPage = { readonly name: string; readonly path: string };

export const pages: readonly ProductPage[] = [
  { name: 'overview', path: '/' },
  { name: 'indicators', path: '/catalogue/indicators' },
  { name: 'indicator', path: '/catalogue/indicators/GDP' },
  { name: 'units', path: '/catalogue/units' },
  { name: 'unit', path: '/catalogue/units/320671' },
  { name: 'sequences', path: '/catalogue/sequences' },
  { name: 'sequence', path: '/catalogue/sequences/JS_CITIES' },
  { name: 'sources', path: '/catalogue/sources' },
  { name: 'source', path: '/catalogue/sources/SEED2' },
  { name: 'unit with honours', path: '/catalogue/units/320671-EMB' },
  { name: 'notes and honours', path: '/catalogue/annotations' },
  { name: 'an honour', path: '/catalogue/annotations/SEED2-award-2022' },
  { name: 'compare', path: '/dashboards/compare' },
  { name: 'boards', path: '/dashboards/boards' },
  { name: 'revisions', path: '/reporting/revisions?since=2020-01-01T00:00' },
  { name: 'figure', path: '/reporting/revisions/GDP/320600/2022' },
  { name: 'rankings', path: '/assessment/rankings?scheme=EXAMPLE-ECONOMY&period=2022' },
  { name: 'ranking of the zones', path: '/assessment/rankings?scheme=DEMO-ZONES' },
  { name: 'heat of a ranking', path: '/assessment/rankings/heat?scheme=EXAMPLE-ECONOMY&period=2022' },
  { name: 'course of the places', path: '/assessment/rankings/course?scheme=DEMO-ZONES' },
  { name: 'rank match', path: '/assessment/rankings/places?scheme=DEMO-ZONES' },
  { name: 'schemes', path: '/assessment/schemes' },
  { name: 'scheme', path: '/assessment/schemes/EXAMPLE-ECONOMY' },
  { name: 'scheme in two blocks', path: '/assessment/schemes/DEMO-SAFETY' },
  { name: 'versions compared', path: '/assessment/schemes/DEMO-ZONES/compare' },
  { name: 'search', path: '/search?q=gdp' },
  { name: 'help', path: '/help' },
  { name: 'help that finds', path: '/help?q=excel' },
  { name: 'help that finds nothing', path: '/help?q=no-such-word' },
  { name: 'API reference', path: '/help/api' },
  ...manualNames.map((manual) => ({ name: `manual for ${manual}`, path: `/help/manuals/${manual}` })),
  { name: 'roles', path: '/access/roles' },
];

/** Addresses of unknown rows. */
export const missing: readonly string[] = [
  '/catalogue/indicators/no-such-indicator',
  '/catalogue/units/no-such-unit',
  '/catalogue/sequences/no-such-sequence',
  '/catalogue/sources/no-such-source',
  '/catalogue/annotations/no-such-note',
  '/reporting/revisions/GDP/320600/no-such-period',
  '/dashboards/boards/no-such-board',
  '/assessment/schemes/no-such-scheme',
  '/assessment/schemes/no-such-scheme/compare',
  '/assessment/rankings?run=no-such-run',
  '/assessment/explanation/no-such-run/320600',
  '/assessment/explanation/no-such-run/320600/no-such-item',
  '/help/manuals/no-such-manual',
  '/no-such-page',
];

/** Addresses of unknown tokens, whose pages stand without the menu. */
export const missingDisplays: readonly string[] = ['/display/no-such-token', '/embed/no-such-token/no-such-board'];
