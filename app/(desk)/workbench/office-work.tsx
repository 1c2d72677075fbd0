import { buttonLook } from '@/app/ui/primitives/button';
import { CollectionTable } from '@/app/ui/reporting/collection-table';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { collectionList } from '@/lib/reporting/collections/progress/queries';
import { Tally, tallyIn } from './tally';

/** The assessment office's work: running collections, overdue units, and pending decisions. */
export async function OfficeWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const w = translator(locale, 'reporting');
  const now = new Date();
  const { collections, total } = await collectionList(principal, { q: '', state: 'open', page: 1 }, now);
  const sum = (of: (one: (typeof collections)[number]) => number) => collections.reduce((all, one) => all + of(one), 0);
  const tally = tallyIn(locale);
  return (
    <Section
      id="to-do"
      title={w('toDo.title')}
      actions={
        <a href={paths.collections} className={buttonLook('outline')}>
          {w('toDo.allCollections')}
        </a>
      }
    >
      <Tally
        counts={[
          tally(w('toDo.running'), 'tasks', total),
          tally(
            w('timeliness.overdue'),
            'units',
            sum(({ behind }) => behind),
          ),
          tally(
            w('toDo.requests'),
            'requests',
            sum(({ requests }) => requests),
          ),
        ]}
      />
      {collections.length > 0 ? (
        <CollectionTable collections={collections} now={now} isBeside locale={locale} />
      ) : (
        <p className="text-ink-2">{w('toDo.nothing')}</p>
      )}
    </Section>
  );
}
