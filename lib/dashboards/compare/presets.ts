import type { Choice } from '@/lib/dashboards/compare/words';

const cities = [
  '320100',
  '320200',
  '320300',
  '320400',
  '320500',
  '320600',
  '320700',
  '320800',
  '320900',
  '321000',
  '321100',
  '321200',
  '321300',
];
const plain = { transposed: false, view: 'table', sort: '', order: 'desc' } as const;

/** The comparison that the page opens with: the province's cities by the size and the parts of their product. */
export const opening: Choice = {
  ...plain,
  units: cities,
  indicators: ['GDP', 'GDP_G', 'GDP_1', 'GDP_2', 'GDP_3', 'GDP_PC'],
  periods: ['2022'],
};

/** Frequent comparisons, by the message key of their name. */
export const presets = {
  cities: opening,
  halves: { ...plain, units: cities, indicators: ['GDP'], periods: ['2024', '2023-H1', '2023-Q1', '2022', '2021'] },
  population: { ...plain, units: cities, indicators: ['POP', 'POP_URB', 'URB_RATE'], periods: ['2018', '2017'] },
  counties: {
    ...plain,
    units: ['320613', '320612', '320614', '320685', '320682', '320623', '320681'],
    indicators: ['GDP', 'GDP_G', 'INC_U', 'INC_R', 'HT_SHARE', 'RND'],
    periods: ['2022'],
  },
  ports: {
    ...plain,
    units: ['PORT-TC', 'PORT-LYG', 'PORT-NJ', 'PORT-NT'],
    indicators: ['TEU', 'TEU_G'],
    periods: ['2021'],
  },
} as const satisfies Record<string, Choice>;
