import { text } from '@/app/server/action';

/** The lists of a place, with the numbered fields that the parts of their rows come from: `sectionUnit-0`. */
const lists = {
  sections: {
    unit: 'sectionUnit',
    alsoUnits: 'sectionAlso',
    group: 'sectionGroup',
    topics: 'sectionTopics',
    indicators: 'sectionIndicators',
  },
  charts: { indicator: 'chartIndicator', group: 'chartGroup', period: 'chartPeriod', unit: 'chartUnit' },
  comparisons: { nameZh: 'comparisonName', nameEn: 'comparisonEn', address: 'comparisonAddress' },
} as const;

/** The numbers of the rows of a list in a form. */
function numbersIn(form: FormData, list: keyof typeof lists): string[] {
  const [first = ''] = Object.values(lists[list]);
  return [...form.keys()].flatMap((key) => (key.startsWith(`${first}-`) ? key.slice(first.length + 1) : []));
}

/** The lists of a place in its form. */
export function listsIn(form: FormData) {
  return Object.fromEntries(
    (Object.keys(lists) as (keyof typeof lists)[]).map((list) => [
      list,
      numbersIn(form, list).map((at) =>
        Object.fromEntries(Object.entries(lists[list]).map(([part, name]) => [part, text(form, `${name}-${at}`)])),
      ),
    ]),
  );
}

/** The numbered field of a path such as `place.sections.0.unit`. */
export function numberedField(path: string, form: FormData): string | undefined {
  const [, list = '', nth, part = ''] = /^place\.(\w+)\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (!(list in lists)) return undefined;
  const name = (lists[list as keyof typeof lists] as Readonly<Record<string, string>>)[part];
  return name && `${name}-${numbersIn(form, list as keyof typeof lists)[Number(nth)]}`;
}
