import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { SourceFileLine } from '@/lib/catalogue/sources/files/queries';
import { pageInLocator } from '@/lib/catalogue/sources/page-in-locator';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CitedLine } from '@/lib/observations/cited/queue/queries';
import { paths } from '@/lib/paths';
import type { BatchSheet } from '@/lib/reporting/mapping/sheets/queries';
import { CitedPlace } from './cited-place';
import { rankText, tickOf } from './cited-table';
import { findingText, StatedValue } from './cited-words';
import { Decision } from './decision';

/** One waiting figure with everything to check it by, its document's file among it, and the decision. */
export function OpenedFigure(props: {
  line: CitedLine;
  files: readonly SourceFileLine[];
  sheet: BatchSheet | undefined;
  locale: Locale;
}) {
  const { line, files, locale } = props;
  const t = translator(locale, 'cited');
  const names = {
    indicator: nameOf(line.indicator, locale),
    unit: nameOf(line.unit, locale),
    period: writtenPeriod(line.periodCode, locale),
  };
  const page = pageInLocator(line.locator);
  return (
    <Section
      id="opened"
      title={t('detail.title', names)}
      className="mb-8"
      actions={
        <a href={paths.citedFigures} className={buttonLook('quiet')}>
          {t('close')}
        </a>
      }
    >
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <div>
          <dl className="mb-4 grid gap-4 rounded-md sm:grid-cols-2 border border-rule bg-card p-4">
            <div>
              <dt className="text-table text-ink-2">{t('detail.old')}</dt>
              <dd className="mt-1 text-lg">
                <StatedValue stated={line.shown} line={line} hasUnit locale={locale} />
              </dd>
            </div>
            <div>
              <dt className="text-table text-ink-2">{t('detail.now')}</dt>
              <dd className="mt-1 text-lg font-semibold">
                {line.kind === 'withdraw' && !line.now ? (
                  t('afterNothing')
                ) : (
                  <StatedValue stated={line.now} line={line} hasUnit locale={locale} />
                )}
              </dd>
            </div>
          </dl>
          {line.findings.length > 0 && (
            <ul className="mb-4 border-l-2 border-gold pl-3">
              {line.findings.map((finding) => (
                <li key={finding.kind}>{marked(findingText(finding, locale), locale)}</li>
              ))}
            </ul>
          )}
          <Decision
            hidden={{ figure: tickOf(line) }}
            isOwn={line.isOwn}
            isMoved={line.findings.some(({ kind }) => kind === 'moved')}
            submit={t('confirm')}
            locale={locale}
          />
        </div>
        <FactList
          facts={[
            [t('detail.printed'), line.printed],
            [t('columns.rank'), rankText(line, locale)],
            [
              t('detail.source'),
              <span key="source">
                <a href={paths.source(line.sourceCode)} className="text-sea hover:underline">
                  {line.sourceTitle}
                </a>{' '}
                <WithdrawnSource citation={line} locale={locale} />
              </span>,
            ],
            [
              t('detail.files'),
              files.length === 0
                ? ''
                : files.map(({ sha256, fileName }) => (
                    <span key={sha256} className="block">
                      <a
                        href={paths.sourceFile(line.sourceCode, sha256)}
                        download
                        className="inline-flex min-h-6 items-center break-all text-sea underline"
                      >
                        {fileName}
                      </a>
                      {page !== null && <span className="text-ink-2"> {t('detail.page', { page })}</span>}
                    </span>
                  )),
            ],
            [
              t('detail.locator'),
              line.locator && <CitedPlace key="place" line={line} sheet={props.sheet} locale={locale} />,
            ],
            [t('detail.quote'), line.quote && <q key="quote">{line.quote}</q>],
            [t('detail.note'), line.note],
            [t('detail.reason'), line.reason],
            [t('detail.recorded'), `${line.isOwn ? t('own') : line.recordedBy} · ${writtenMoment(line.recordedAt)}`],
            [
              t('detail.history'),
              line.shown && (
                <a
                  key="history"
                  href={paths.figure(line.indicator.code, line.unit.code, line.periodCode)}
                  className="text-sea hover:underline"
                >
                  {[names.indicator, names.unit, names.period].join(' · ')}
                </a>
              ),
            ],
          ]}
        />
      </div>
    </Section>
  );
}
