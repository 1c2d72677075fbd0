import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { ReturnTable } from '@/app/ui/reporting/return-table';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { ownReturns, returnedFigures } from '@/lib/reporting/entry/form/queries';
import { isReminded, isToDo } from '@/lib/reporting/entry/form/to-do';
import { writtenEntry } from '@/lib/reporting/entry/form/written-entry';
import { keyOf } from '@/lib/reporting/figure-key';
import { Tally, tallyIn } from './tally';

/** A reporter's tasks: returns that are due, returned figures with reasons, late returns. */
export async function UnitReturns({ principal, locale }: { principal: Principal; locale: Locale }) {
  const t = translator(locale, 'entry');
  const w = translator(locale, 'reporting');
  const now = new Date();
  const [returns, returned] = await Promise.all([ownReturns(principal, now), returnedFigures(principal)]);
  const toDo = returns.filter(isToDo);
  const reminded = returns.filter(isReminded);
  const shut = returns.filter((one) => one.timeliness === 'overdue');
  const tally = tallyIn(locale);
  return (
    <Section
      id="to-do"
      title={w('toDo.title')}
      actions={
        <a href={paths.tasks} className={buttonLook('outline')}>
          {w('toDo.allReturns')}
        </a>
      }
    >
      {reminded.map((one) => (
        <Notice key={one.collectionId} tone="warn">
          {one.remindedAt && t('reminded', { at: writtenMoment(one.remindedAt), message: one.reminder })}{' '}
          <a
            href={paths.entry(one.collectionId)}
            className="text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
          >
            {one.title} {writtenPeriod(one.periodCode, locale)}
          </a>
        </Notice>
      ))}
      <Tally
        counts={[
          tally(w('toDo.toFill'), 'tasks', toDo.filter(({ state }) => state !== 'returned').length),
          tally(w('toDo.returned'), 'figures', returned.length),
          tally(w('timeliness.overdue'), 'tasks', shut.length),
          tally(w('toDo.inReview'), 'tasks', returns.filter(({ state }) => state === 'submitted').length),
        ]}
      />
      {toDo.length + shut.length > 0 ? (
        <ReturnTable returns={[...toDo, ...shut]} now={now} caption={w('toDo.title')} locale={locale} />
      ) : (
        <p className="text-ink-2">{w('toDo.nothing')}</p>
      )}
      {returned.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 font-semibold">{w('toDo.returnedWhy')}</h3>
          <ul>
            {returned.map((figure) => (
              <li key={`${figure.collectionId} ${keyOf(figure)}`} className="border-b border-rule py-2">
                <a
                  href={paths.entry(figure.collectionId)}
                  className="font-medium text-sea underline-offset-2 hover:underline"
                >
                  {markedName(figure.indicator, locale)}
                </a>{' '}
                <span className="text-ink-2">
                  {writtenPeriod(figure.periodCode, locale)} · {figure.title} ·{' '}
                  {writtenEntry(figure.typed, figure.indicator, locale) || '—'}
                </span>
                <p>{t('returnedFor', { reason: figure.reason })}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
