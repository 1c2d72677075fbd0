import { buttonLook } from '@/app/ui/primitives/button';
import { QueueTable } from '@/app/ui/reporting/queue-table';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { reviewQueue } from '@/lib/reporting/review/queue/queries';
import { Tally } from './tally';

/** The most lines of the queue on the workbench. */
const most = 10;

/** A reviewer's queue, flagged figures first. */
export async function ReviewWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const w = translator(locale, 'reporting');
  const lines = await reviewQueue(principal);
  const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  return (
    <Section
      id="to-do"
      title={w('toDo.title')}
      actions={
        <a href={paths.review} className={buttonLook('outline')}>
          {w('toDo.allReview')}
        </a>
      }
    >
      <Tally
        counts={[
          { label: w('toDo.toReview'), count: sum(({ waiting }) => waiting) },
          {
            label: w('toDo.flagged'),
            count: sum(({ mandatory, quasiMandatory, query, notice }) => mandatory + quasiMandatory + query + notice),
          },
        ]}
      />
      {lines.length > 0 ? (
        <QueueTable
          lines={lines.slice(0, most)}
          isByDepartment={principal.role === 'unitReviewer'}
          now={new Date()}
          locale={locale}
        />
      ) : (
        <p className="text-ink-2">{w('toDo.nothing')}</p>
      )}
    </Section>
  );
}
