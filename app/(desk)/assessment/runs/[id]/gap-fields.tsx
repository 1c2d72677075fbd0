import type { ReactNode } from 'react';
import { TextAreaField } from '@/app/ui/forms/fields';
import { markedName } from '@/app/ui/primitives/marked';
import type { GapKind, Gaps, LackingKind } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

/** The most units that are listed; a reader of more takes the file. */
const mostUnits = 200;

type Props<Kind extends LackingKind> = {
  readonly gaps: readonly Gaps<Kind>[];
  readonly scheme: Scheme;
  readonly period: string;
  readonly locale: Locale;
};

/** 缺数据 3 处: a kind of what a run lacks, counted. */
export function lackingWords({ kind, count }: Pick<Gaps<LackingKind>, 'kind' | 'count'>, locale: Locale): string {
  return translator(locale, 'runs')(`gaps.title.${kind}`, { count });
}

/** What a run lacks, each kind by unit and item, open where asked; `children` stand below the list of a kind. */
export function GapList<Kind extends LackingKind>(
  props: Props<Kind> & { isOpen?: boolean; children?: (gaps: Gaps<Kind>) => ReactNode },
) {
  const { scheme, locale } = props;
  const t = translator(locale, 'runs');
  const leadOf = (kind: LackingKind) => t(`gaps.lead.${kind}`);
  const items = itemsOf(scheme);
  return props.gaps.map((gaps) => (
    <div key={gaps.kind} className="mb-4 border-l-2 border-gold pl-3">
      <p className="font-medium">{lackingWords(gaps, locale)}</p>
      <p className="text-table text-ink-2">{leadOf(gaps.kind)}</p>
      <details className="my-1 text-table" open={props.isOpen}>
        <summary className="min-h-6 cursor-pointer text-sea max-sm:min-h-11">{t('gaps.list')}</summary>
        <ul className="mt-1 space-y-1">
          {gaps.units.slice(0, mostUnits).map(({ unit, items: at }) => (
            <li key={unit.code}>
              <b className="font-medium">{markedName(unit, locale)}</b>{' '}
              {listed(
                at.flatMap((place) => {
                  const item = items[place];
                  return item ? [nameOf(item, locale)] : [];
                }),
                locale,
              )}
            </li>
          ))}
        </ul>
        {gaps.units.length > mostUnits && <p>{t('gaps.more', { count: gaps.units.length - mostUnits })}</p>}
      </details>
      {gaps.kind === 'target' && (
        <p className="mb-2">
          <a href={targetsOf(gaps, props)} className="text-sea hover:underline">
            {t('gaps.toTargets')}
          </a>
        </p>
      )}
      {props.children?.(gaps)}
    </div>
  ));
}

/** The grid of targets with those that are missing: the year, the sequence and the indicators. */
function targetsOf<Kind extends LackingKind>({ units }: Gaps<Kind>, { scheme, period }: Props<Kind>): string {
  const items = itemsOf(scheme);
  const missing = new Set(units.flatMap((unit) => unit.items).flatMap((at) => items[at]?.indicator ?? []));
  const year = parsePeriod(period)?.year;
  return withQuery(paths.targets, { year, group: scheme.peerGroup, indicator: [...missing].join(',') });
}

/** What a run lacks, with a field for each kind for the reason why the step goes on. */
export function GapFields(props: Props<GapKind>) {
  const t = translator(props.locale, 'runs');
  return (
    <GapList {...props}>
      {({ kind, count }) => (
        <>
          <input type="hidden" name={`count.${kind}`} value={count} />
          <TextAreaField
            name={`reason.${kind}`}
            label={t('gaps.reason')}
            hint={t('gaps.reasonHint')}
            rows={2}
            maxLength={500}
          />
        </>
      )}
    </GapList>
  );
}
