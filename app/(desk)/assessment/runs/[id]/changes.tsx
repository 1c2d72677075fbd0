import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { isUnchanged } from '@/lib/assessment/runs/changes/changed-inputs';
import { whatWouldChange } from '@/lib/assessment/runs/changes/queries';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { ChangedTable, MovedTable, type ShownRun } from './change-tables';

/** The size in units × items up to which the comparison is computed without being asked for. */
const atOnce = 20_000;

/** The result of a run with present inputs: a report that changes nothing. */
export async function Changes(props: { principal: Principal; run: ShownRun; isAsked: boolean; locale: Locale }) {
  const { principal, run, isAsked, locale } = props;
  const t = translator(locale, 'runs');
  if (!isAsked && run.units * run.items > atOnce) {
    return (
      <Section title={t('changes.title')} id="changes" note={t('changes.note')}>
        <p className="mb-3 text-ink-2">{t('changes.large')}</p>
        <a href={withQuery(paths.run(run.id), { changes: '1' }, 'changes')} className={buttonLook('outline')}>
          {t('changes.show')}
        </a>
      </Section>
    );
  }
  const report = await whatWouldChange(principal, run.id);
  if (!report) return null;
  return (
    <Section title={t('changes.title')} id="changes" note={t('changes.note')}>
      {isUnchanged(report.inputs) ? (
        <p className="text-ink-2">{t('changes.nothing')}</p>
      ) : (
        <>
          <ChangedTable report={report} locale={locale} />
          {report.moved.length === 0 ? (
            <p className="mt-4">{t('changes.nobodyMoves')}</p>
          ) : (
            <MovedTable report={report} run={run} locale={locale} />
          )}
        </>
      )}
    </Section>
  );
}
