import { type NoteAbout, NoteList } from '@/app/ui/assessment/note-list';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import type { NoteNames } from '@/lib/assessment/explanation/written-note';
import { acknowledgedWords } from '@/lib/assessment/rankings/acknowledged-words';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

type Props = { run: ResultRun; locale: Locale };

/** The notes of the ranking, and the basis of the run. */
export function RunFoot(props: Props & { notes: readonly NoteAbout[]; names: NoteNames }) {
  const { run, notes, names, locale } = props;
  const t = translator(locale, 'rankings');
  return (
    <div className="gap-8 lg:grid lg:grid-cols-2 print:grid print:grid-cols-2 print:text-[11px] print:leading-4 print:[&_p]:mt-1 print:[&_p]:text-[11px] print:[&_p]:leading-4">
      <Section id="notes" title={t('notes.title')}>
        {notes.length > 0 ? (
          <NoteList notes={notes} names={names} locale={locale} />
        ) : (
          <p className="text-ink-2">{t('notes.none')}</p>
        )}
        {run.acknowledged.length > 0 && (
          <ul className="mt-3 space-y-1 border-l-2 border-gold pl-3">
            {acknowledgedWords(run.acknowledged, locale).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <p className="mt-3 text-table text-ink-2">
          {t('notes.gaps', { graded: run.scheme.grades.by === 'none' ? 'no' : 'yes' })}
        </p>
        <p className="mt-1 text-table text-ink-2">
          {run.previous
            ? t('notes.change', { period: writtenPeriod(run.previous.periodCode, locale) })
            : t('notes.noChange')}
        </p>
      </Section>
      <AboutRun run={run} locale={locale} />
    </div>
  );
}

/** The scheme, the moments and the fingerprint of a run. */
export function AboutRun({ run, locale }: Props) {
  const t = translator(locale, 'rankings');
  const moment = (at: Date | null) => (at ? writtenMoment(at) : null);
  const version = (
    <a
      href={withQuery(paths.scheme(run.schemeCode), { version: run.schemeVersion })}
      className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11"
    >
      {t('about.version', { name: nameOf(run.scheme, locale), version: run.schemeVersion })}
    </a>
  );
  return (
    <Section id="about" title={t('about.title')}>
      <FactList
        facts={[
          [t('about.scheme'), version],
          [t('about.computed'), moment(run.computedAt)],
          [t('about.approved'), moment(run.approvedAt)],
          [t('about.published'), moment(run.publishedAt)],
          [
            t('about.hash'),
            <code key="hash" className="text-xs break-all">
              {run.sha256}
            </code>,
          ],
        ]}
      />
      <p className="mt-2 text-table text-ink-2">
        {t('about.hashNote')}{' '}
        <a
          href={withQuery(paths.runFile(run.id), { part: 'archive' })}
          className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11"
          data-chrome
          download
        >
          {t('about.archive')}
        </a>
      </p>
    </Section>
  );
}
