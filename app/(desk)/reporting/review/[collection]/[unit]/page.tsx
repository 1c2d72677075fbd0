import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { approve, giveBack } from '@/app/(desk)/reporting/review/actions';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { asksBefore } from '@/app/ui/forms/asks';
import { Badge } from '@/app/ui/primitives/badge';
import { indicatorPath, lookedAtWord, type Place, returnPath } from '@/app/ui/reporting/review-address';
import { PageHeader } from '@/app/ui/shell/page-header';
import { may, maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { keyOf } from '@/lib/reporting/figure-key';
import { nextLevel } from '@/lib/reporting/review/next-level';
import { undoableDecision } from '@/lib/reporting/review/queue/queries';
import { figureSteps, reviewReturn } from '@/lib/reporting/review/returns/queries';
import type { ReviewFigure, ReviewHead } from '@/lib/reporting/review/words';
import { reviewLevels } from '@/lib/reporting/words';
import { chosenAt } from './chosen-figure';
import { FigureDetail } from './figure-detail';
import { FigureRows } from './figure-rows';
import { lastDecision, ReviewFrame } from './review-frame';
import { StatusLine } from './status-line';
import { UndoOffer } from './undo-offer';
import { Walk } from './walk';

const Asked = z.object({
  figure: z.string().max(140).catch(''),
  department: z.string().max(64).catch(''),
  ...lastDecision,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'review')('title') };
}

/** A return under review: its figures, and beside them the chosen one with the decisions. */
export default async function ReviewReturnPage(props: PageProps<'/reporting/review/[collection]/[unit]'>) {
  const [locale, principal, { collection, unit }] = await Promise.all([
    currentLocale(),
    principalFor('readReturns'),
    props.params,
  ]);
  const asked = Asked.parse(await props.searchParams);
  const found = await reviewReturn(principal, {
    collectionId: addressPart(collection),
    unitCode: addressPart(unit),
  });
  if (!found) notFound();
  const { head } = found;
  const ofDepartment = found.figures.filter(({ department }) => department === asked.department);
  const figures = ofDepartment.length > 0 ? ofDepartment : found.figures;
  const place: Place = {
    collectionId: head.collectionId,
    unitCode: head.unit.code,
    department: ofDepartment.length > 0 ? asked.department : '',
  };
  const at = chosenAt(figures, (figure) => keyOf(figure) === asked.figure, asked.waiting === '1');
  const focus = figures[at];
  if (!focus) notFound();
  const steps = await figureSteps(principal, { collectionId: head.collectionId, unitCode: head.unit.code }, focus);
  const now = new Date();
  const undoable = asked.done ? await undoableDecision(principal, now) : null;
  const t = translator(locale, 'review');
  const waiting = figures.filter(({ isMine }) => isMine);
  const nextUp = nextLevel(head.reviewChain, principal.role);
  const asks = nextUp === null ? asksBefore('approve', locale) : undefined;
  const next = [...figures.slice(at + 1), ...figures.slice(0, at)].find(({ isMine }) => isMine);
  const hrefOf = (figure: ReviewFigure | undefined) =>
    figure ? returnPath(place, { figure: keyOf(figure), isWaiting: figure.isMine }) : null;
  const [previousHref, nextHref] = [hrefOf(figures[at - 1]), hrefOf(figures[at + 1])];
  return (
    <>
      <PageHeader
        title={t('of', { unit: nameOf(head.unit, locale), title: head.title })}
        breadcrumb={[
          maySee(principal.role, 'review')
            ? { label: t('title'), href: paths.review }
            : { label: head.title, href: paths.collection(head.collectionId) },
        ]}
        subtitle={<Lead head={head} figures={figures} principal={principal} locale={locale} />}
      />
      <StatusLine
        done={asked.done && { outcome: asked.done, count: asked.count, about: asked.about }}
        figures={found.figures}
        focus={focus}
        periodCode={head.periodCode}
        next={nextUp}
        isFinished={waiting.length === 0}
        locale={locale}
      />
      {undoable && <UndoOffer decidedAt={undoable} now={now} place={place} next={asked.about} locale={locale} />}
      <ReviewFrame
        waiting={waiting}
        focus={focus}
        name={nameOf(focus.indicator, locale)}
        batch={{
          approve,
          giveBack,
          hidden: {
            collection: place.collectionId,
            unit: place.unitCode,
            department: place.department,
            seen: waiting.map(lookedAtWord).join(' '),
          },
        }}
        asks={asks}
        keys={{ word: lookedAtWord(focus), previous: previousHref, next: nextHref }}
        table={
          <FigureRows
            figures={figures}
            focus={keyOf(focus)}
            place={place}
            periodCode={head.periodCode}
            locale={locale}
          />
        }
        detail={
          <FigureDetail
            figure={focus}
            partners={found.figures.filter((one) => focus.partners.includes(keyOf(one)))}
            steps={steps}
            place={place}
            next={next ? keyOf(next) : ''}
            isAsked={head.asked.includes(keyOf(focus))}
            asks={asks}
            mayAsk={may(principal.role, 'submission.askReopening')}
            isOwn={focus.awaits === principal.role && !focus.isMine}
            beside={{
              href: indicatorPath(head.collectionId, focus, { unit: head.unit.code, isWaiting: focus.isMine }),
              label: t('acrossUnits'),
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

function Lead(props: { head: ReviewHead; figures: readonly ReviewFigure[]; principal: Principal; locale: Locale }) {
  const { head, figures, principal, locale } = props;
  const t = translator(locale, 'review');
  const r = translator(locale, 'reporting');
  const level = reviewLevels.find((one) => one === principal.role);
  const after = nextLevel(head.reviewChain, principal.role);
  const waiting = figures.filter(({ isMine }) => isMine).length;
  const names = [...new Set(figures.map(({ submittedBy }) => submittedBy).filter(Boolean))];
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{writtenPeriod(head.periodCode, locale)}</span>
      {head.isDemonstration && <Badge>{r('demonstration')}</Badge>}
      {head.submittedAt && (
        <span>
          {t('submittedBy', {
            name: names.join(locale === 'en' ? ', ' : '、') || t('system'),
            at: writtenMoment(head.submittedAt),
          })}
          {head.round > 1 && ` · ${t('round', { round: head.round })}`}
        </span>
      )}
      <span>{t('dueAt', { at: writtenMoment(head.dueAt) })}</span>
      {level && head.reviewChain.includes(level) && (
        <span>
          {t('level', {
            level: r(`reviewLevels.${level}`),
            next: after ? t('toNext', { level: r(`reviewLevels.${after}`) }) : t('toApproved'),
          })}
        </span>
      )}
      <span>{waiting > 0 ? t('remaining', { waiting, total: figures.length }) : t(level ? 'notMine' : 'reading')}</span>
    </span>
  );
}
