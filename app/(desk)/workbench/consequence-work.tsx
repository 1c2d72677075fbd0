import { ConsequenceTable } from '@/app/(desk)/monitoring/consequences/consequence-table';
import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { consequenceCounts, consequenceList } from '@/lib/monitoring/consequences/list/queries';
import { paths, withQuery } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** The most lines on the workbench. */
const most = 10;

/** Consequences that wait: for the office and leaders their counts, for a unit those that were confirmed about it. */
export async function ConsequenceWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const counts = await consequenceCounts(principal);
  if (!counts || counts.proposed + counts.confirmed === 0) return null;
  const t = translator(locale, 'consequences');
  const tally = tallyIn(locale);
  const seesAll = maySee(principal.role, 'allConsequences');
  const { lines, total } = seesAll
    ? { lines: [], total: 0 }
    : await consequenceList(principal, { unit: '', state: 'confirmed', measure: '' }, { page: 1, most });
  return (
    <Section
      id="consequences"
      title={t('work.title')}
      actions={
        <a href={paths.consequences} className={buttonLook('outline')}>
          {t('work.all')}
        </a>
      }
    >
      {seesAll ? (
        <Tally
          counts={(['proposed', 'confirmed'] as const).map((state) =>
            tally(t(`work.${state}`), 'items', counts[state], withQuery(paths.consequences, { state })),
          )}
        />
      ) : (
        <ConsequenceTable lines={lines} ofUnits={false} caption={t('work.title')} locale={locale} />
      )}
      {total > lines.length && (
        <p className="mt-2 text-table text-ink-2">{t('work.more', { count: total - lines.length })}</p>
      )}
    </Section>
  );
}
