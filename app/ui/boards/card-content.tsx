import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { CitedFrom } from '@/app/ui/figures/cited-from';
import { Figure } from '@/app/ui/figures/figure';
import { marked } from '@/app/ui/primitives/marked';
import type { CardView } from '@/lib/dashboards/boards/cards/card-view';
import { chartHeight } from '@/lib/dashboards/series/chart-height';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { HeatCard } from './heat-card';
import { LampCard, ProgressCard } from './lamp-cards';
import { RankingCard } from './ranking-card';

/** What a card shows, with its title, its unit, its time and its source. `id` is unique on the page. */
export function CardContent(props: {
  view: CardView;
  id: string;
  /** The most that a chart over time is high, where the screen does not scroll. */
  highest?: number;
  locale: Locale;
}) {
  const { view, id, highest, locale } = props;
  const { body, title, subtitle, cited, href } = view;
  const t = translator(locale, 'boards');
  const link = href !== '' && (
    <a
      href={href}
      data-page-link=""
      className="inline-flex min-h-6 items-center text-xs text-sea hover:underline max-sm:min-h-11 print:hidden"
    >
      {t('fromPage')}
    </a>
  );
  if (body.kind === 'chart') {
    return (
      <div className="flex h-full flex-col">
        <ChartFrame
          id={id}
          title={title}
          subtitle={subtitle}
          source={<CitedFrom figures={cited} locale={locale} />}
          note={body.note || undefined}
          spec={body.spec}
          table={body.table}
          height={highest && body.spec.kind !== 'bars' ? Math.min(highest, chartHeight(body.spec)) : undefined}
          locale={locale}
          fileName={body.fileName}
        />
        <p className="mt-auto">{link}</p>
      </div>
    );
  }
  if (body.kind === 'text') {
    return (
      <div className="max-w-prose">
        {title !== '' && <h3 className="text-lg leading-7 font-semibold">{marked(title, locale)}</h3>}
        {body.paragraphs.map((line) => (
          <p key={line} className="mt-1 first:mt-0">
            {marked(line, locale)}
          </p>
        ))}
      </div>
    );
  }
  return (
    <figure aria-labelledby={`${id}-title`} className="flex h-full flex-col">
      <figcaption>
        <h3
          id={`${id}-title`}
          className={body.kind === 'figure' ? 'text-table leading-5 text-ink-2' : 'text-base leading-6 font-semibold'}
        >
          {body.kind === 'figure' ? (
            <a href={href} className="hover:text-sea hover:underline">
              {marked(title, locale)}
            </a>
          ) : (
            marked(title, locale)
          )}
        </h3>
        {subtitle && <p className="text-[13px] leading-5 text-ink-2">{marked(subtitle, locale)}</p>}
      </figcaption>
      <div className={body.kind === 'figure' ? 'mt-1' : 'mt-2'}>
        <Body view={view} locale={locale} />
      </div>
      <p className="mt-auto flex flex-wrap items-center justify-between gap-x-3 pt-2 text-[12px] leading-[18px] text-ink-2">
        <Source view={view} locale={locale} />
        {body.kind !== 'figure' && link}
      </p>
    </figure>
  );
}

function Source({ view: { body, cited }, locale }: { view: CardView; locale: Locale }) {
  const t = translator(locale, 'boards');
  if (body.kind === 'ranking') return <span>{`${t('source')}${t('sourceRun')}`}</span>;
  if (body.kind === 'lamps' || body.kind === 'progress') return <span>{`${t('source')}${t('sourceLamps')}`}</span>;
  if (cited.length === 0) return null;
  return (
    <span>
      {t('source')}
      <CitedFrom figures={cited} locale={locale} />
    </span>
  );
}

function Body({ view, locale }: { view: CardView; locale: Locale }) {
  const { body, title } = view;
  switch (body.kind) {
    case 'figure': {
      const { figure, indicator } = body;
      return (
        <Figure
          figure={figure}
          unit={unitOf(indicator, locale)}
          measure={indicator.measure}
          locale={locale}
          size="lead"
        />
      );
    }
    case 'heat':
      return <HeatCard body={body} title={title} locale={locale} />;
    case 'ranking':
      return <RankingCard body={body} title={title} locale={locale} />;
    case 'lamps':
      return <LampCard lamps={body.lamps} title={title} locale={locale} />;
    case 'progress':
      return <ProgressCard lamps={body.lamps} title={title} locale={locale} />;
    case 'absent':
      return <p className="py-4 text-ink-2">{translator(locale, 'boards')(`absences.${body.absence}`)}</p>;
    default:
      return null;
  }
}
