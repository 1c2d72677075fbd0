import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { edit } from '@/app/(desk)/catalogue/indicators/actions';
import { IndicatorFields } from '@/app/(desk)/catalogue/indicators/indicator-fields';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { indicatorToEdit, offeredWords } from '@/lib/catalogue/indicators/editing/queries';
import { isMeasured, isUnused } from '@/lib/catalogue/indicators/editing/unused';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { formulaOf } from '@/lib/observations/derived/queries';
import { paths, withQuery } from '@/lib/paths';
import { DefinitionSection } from './definition-section';
import { FormulaSection } from './formula-section';
import { DeletionSection, RetirementSection } from './retirement-section';

const outcomes = ['created', 'edited', 'defined', 'derived', 'retired', 'resumed', 'waiting'] as const;
const Choice = z.object({ done: z.enum(outcomes).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'catalogue')('indicator.editTitle') };
}

/** The forms that change an indicator: its properties, its definitions, its retirement. */
export default async function EditIndicatorPage({
  params,
  searchParams,
}: PageProps<'/catalogue/indicators/[code]/edit'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageIndicators')]);
  const code = addressPart((await params).code);
  const { done } = Choice.parse(await searchParams);
  const [one, offered] = await Promise.all([indicatorToEdit(principal, code), offeredWords(principal)]);
  if (!one) notFound();
  const c = translator(locale, 'catalogue');
  const isFixed = isMeasured(one.uses);
  const today = writtenMoment(new Date()).slice(0, 10);
  return (
    <>
      <PageHeader
        title={nameOf(one, locale)}
        subtitle={c('indicator.editLead', { code })}
        breadcrumb={[
          { label: translator(locale, 'indicators')('title'), href: paths.indicators },
          { label: nameOf(one, locale), href: paths.indicator(code) },
        ]}
        actions={
          <a href={paths.indicator(code)} className={buttonLook('outline')}>
            {c('indicator.see')}
          </a>
        }
      />
      {done && (
        <Notice tone={done === 'waiting' ? 'warn' : 'info'}>
          {c(`done.${done}`)}{' '}
          {done === 'created' && (
            <a href={withQuery(paths.newIndicator, { topic: one.topicCode })} className="text-sea underline">
              {c('indicator.another')}
            </a>
          )}
        </Notice>
      )}
      {one.waiting > 0 && done !== 'waiting' && <Notice tone="warn">{c('indicator.waiting')}</Notice>}
      {one.reviewers === 0 && (
        <Notice tone="warn">{c('indicator.noReviewer', { department: one.responsibleZh })}</Notice>
      )}
      <CommandForm
        id="indicator"
        action={edit}
        submit={c('indicator.save')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{
          code,
          version: one.version,
          ...(isFixed && {
            unitZh: one.unitZh,
            decimals: one.decimals,
            measure: one.measure,
            basis: one.basis,
            direction: one.direction,
            growthOf: one.growthOf ?? '',
          }),
        }}
      >
        <IndicatorFields
          present={one}
          code={code}
          mayRecode={isUnused(one.uses)}
          isFixed={isFixed}
          offered={offered}
          reviewers={one.reviewers}
          locale={locale}
        />
      </CommandForm>
      <DefinitionSection one={one} isFixed={isFixed} today={today} locale={locale} />
      {(!isFixed || (await formulaOf(code))) && (
        <FormulaSection principal={principal} code={code} hasFigures={one.uses.figures > 0} locale={locale} />
      )}
      <RetirementSection one={one} today={today} locale={locale} />
      <DeletionSection one={one} locale={locale} />
    </>
  );
}
