import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { chosenAt } from '@/app/(desk)/reporting/review/[collection]/[unit]/chosen-figure';
import { FigureDetail } from '@/app/(desk)/reporting/review/[collection]/[unit]/figure-detail';
import { onwardId } from '@/app/(desk)/reporting/review/[collection]/[unit]/named-parts';
import { lastDecision, ReviewFrame } from '@/app/(desk)/reporting/review/[collection]/[unit]/review-frame';
import { StatusLine } from '@/app/(desk)/reporting/review/[collection]/[unit]/status-line';
import { UndoOffer } from '@/app/(desk)/reporting/review/[collection]/[unit]/undo-offer';
import { Walk } from '@/app/(desk)/reporting/review/[collection]/[unit]/walk';
import { approveAcross, giveBackAcross } from '@/app/(desk)/reporting/review/actions';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { asksBefore } from '@/app/ui/forms/asks';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { indicatorPath, lookedAtAcross, type Place, returnPath } from '@/app/ui/reporting/review-address';
import { PageHeader } from '@/app/ui/shell/page-header';
import { may, maySee } from '@/lib/access/permissions';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { keyOf } from '@/lib/reporting/figure-key';
import { nextLevel } from '@/lib/reporting/review/next-level';
import { lineAfter } from '@/lib/reporting/review/queue/line-after';
import { queueByIndicator, undoableDecision } from '@/lib/reporting/review/queue/queries';
import { figureSteps, reviewIndicator } from '@/lib/reporting/review/returns/queries';
import type { ReviewFigure } from '@/lib/reporting/review/words';
import { UnitRows } from './unit-rows';

const Asked = z.object({
  unit: z.string().max(64).catch(''),
  ...lastDecision,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'review')('acrossTitle') };
}

/** One indicator and period in the returns of all units: a table, and beside it the chosen unit with the decisions. */
export default async function ReviewIndicatorPage(
  props: PageProps<'/reporting/review/[collection]/indicator/[indicator]/[period]'>,
) {
  const [locale, principal, parts] = await Promise.all([currentLocale(), principalFor('readReturns'), props.params]);
  const asked = Asked.parse(await props.searchParams);
  const key = { indicatorCode: addressPart(parts.indicator), periodCode: addressPart(parts.period) };
  const found = await reviewIndicator(principal, addressPart(parts.collection), key);
  if (!found) notFound();
  const { head, figures } = found;
  const at = chosenAt(figures, ({ unit }) => unit.code === asked.unit, asked.waiting === '1');
  const focus = figures[at];
  if (!focus) notFound();
  const { collectionId } = head;
  const place: Place = { collectionId, unitCode: focus.unit.code, department: '', across: key };
  const steps = await figureSteps(principal, place, focus);
  const now = new Date();
  const undoable = asked.done ? await undoableDecision(principal, now) : null;
  const t = translator(locale, 'review');
  const waiting = figures.filter(({ isMine }) => isMine);
  const after = lineAfter(await queueByIndicator(principal), collectionId, key);
  const onward = after && {
    href: indicatorPath(after.collectionId, after),
    label: t('nextIndicator', {
      figure: t('figureIn', {
        name: nameOf(after.indicator, locale),
        period: writtenPeriod(after.periodCode, locale),
      }),
    }),
  };
  const nextUp = nextLevel(head.reviewChain, principal.role);
  const asks = nextUp === null ? asksBefore('approve', locale) : undefined;
  const next = [...figures.slice(at + 1), ...figures.slice(0, at)].find(({ isMine }) => isMine);
  const hrefOf = (figure: ReviewFigure | undefined) =>
    figure ? indicatorPath(collectionId, key, { unit: figure.unit.code, isWaiting: figure.isMine }) : null;
  const [previousHref, nextHref] = [hrefOf(figures[at - 1]), hrefOf(figures[at + 1])];
  return (
    <>
      <PageHeader
        title={t('figureIn', {
          name: nameOf(focus.indicator, locale),
          period: writtenPeriod(key.periodCode, locale),
        })}
        breadcrumb={[
          maySee(principal.role, 'review')
            ? { label: t('byIndicatorTab'), href: withQuery(paths.review, { tab: 'indicators' }) }
            : { label: head.title, href: paths.collection(collectionId) },
        ]}
        {...(onward && {
          actions: (
            <a id={onwardId} href={onward.href} className={buttonLook('outline')}>
              {onward.label}
            </a>
          ),
        })}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{head.title}</span>
            {head.isDemonstration && <Badge>{translator(locale, 'reporting')('demonstration')}</Badge>}
            <span>{t('dueAt', { at: writtenMoment(head.dueAt) })}</span>
            <span>
              {waiting.length > 0
                ? t('remainingUnits', { waiting: waiting.length, total: figures.length })
                : t('unitsReported', { total: figures.length })}
            </span>
          </span>
        }
      />
      <StatusLine
        done={asked.done && { outcome: asked.done, count: asked.count, about: asked.about }}
        figures={figures}
        focus={focus}
        periodCode={key.periodCode}
        next={nextUp}
        isFinished={waiting.length === 0}
        isAcross
        {...(onward && { onward })}
        locale={locale}
      />
      {undoable && <UndoOffer decidedAt={undoable} now={now} place={place} next={asked.about} locale={locale} />}
      <ReviewFrame
        waiting={waiting}
        focus={focus}
        name={nameOf(focus.unit, locale)}
        batch={{
          approve: approveAcross,
          giveBack: giveBackAcross,
          hidden: {
            collection: collectionId,
            across: keyOf(key),
            seen: waiting.map(lookedAtAcross).join(' '),
          },
        }}
        asks={asks}
        keys={{ word: lookedAtAcross(focus), previous: previousHref, next: nextHref, hasOnward: onward !== undefined }}
        table={
          <UnitRows
            figures={figures}
            focus={focus.unit.code}
            hrefOf={(figure) => hrefOf(figure) ?? ''}
            locale={locale}
          />
        }
        detail={
          <FigureDetail
            figure={focus}
            partners={[]}
            steps={steps}
            place={place}
            next={next ? next.unit.code : ''}
            isAsked={false}
            asks={asks}
            mayAsk={may(principal.role, 'submission.askReopening')}
            isOwn={focus.awaits === principal.role && !focus.isMine}
            beside={{
              href: returnPath({ ...place, department: '' }, { figure: keyOf(focus), isWaiting: focus.isMine }),
              label: t('wholeReturn'),
            }}
            walk={<Walk at={at} of={figures.length} previous={previousHref} next={nextHref} locale={locale} />}
            locale={locale}
          />
        }
        locale={locale}
      />
    </>
  );
}
