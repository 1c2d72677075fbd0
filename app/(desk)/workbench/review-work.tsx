import { buttonLook } from '@/app/ui/primitives/button';
import { QueueTable } from '@/app/ui/reporting/queue-table';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { reviewQueue } from '@/lib/reporting/review/queue/queries';
import { Tally, tallyIn } from './tally';

/** The most lines of the queue on the workbench. */
const most = 10;

/** A reviewer's queue, flagged figures first. */
export async function ReviewWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const w = translator(locale, 'reporting');
  const lines = await reviewQueue(principal);
  const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  const tally = tallyIn(locale);
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
          tally(
            w('toDo.toReview'),
            'figures',
            sum(({ waiting }) => waiting),
          ),
          tally(
            w('toDo.flagged'),
            'figures',
            sum(({ mandatory, quasiMandatory, query, notice }) => mandatory + quasiMandatory + query + notice),
          ),
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
