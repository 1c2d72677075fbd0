import type { Metadata } from 'next';
import { fix } from '@/app/(desk)/monitoring/registers/actions';
import { MonthAddress, RegisterAddress } from '@/app/(desk)/monitoring/registers/address';
import { RegisterHead } from '@/app/(desk)/monitoring/registers/register-head';
import { shownRegister } from '@/app/(desk)/monitoring/registers/shown-register';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { may } from '@/lib/access/permissions';
import { parsePeriod, periodCode, previousPeriod } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { hasEnded, lastDayOf } from '@/lib/monitoring/registers/compared/month';
import { comparedRows, countLinks } from '@/lib/monitoring/registers/compared/queries';
import { paths } from '@/lib/paths';
import { ComparedTable } from './compared-table';
import { LinkForms } from './link-forms';

type Props = PageProps<'/monitoring/registers/[code]/figures'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { code }] = await Promise.all([currentLocale(), params]);
  const name = nameOf(await shownRegister(code), locale);
  return { title: translator(locale, 'registers')('figures.pageTitle', { name }) };
}

/** The months before a month, with it, the newest first. */
function monthsUntil(month: string, count: number): string[] {
  const months: string[] = [];
  for (let at: string | null = month; at && months.length < count; ) {
    months.push(at);
    const parsed = parsePeriod(at);
    at = parsed && previousPeriod(parsed);
  }
  return months;
}

/** The counts of a month beside the figures of its indicators, and the way by which a count becomes one. */
export default async function FiguresPage({ params, searchParams }: Props) {
  const [locale, principal, path, query] = await Promise.all([
    currentLocale(),
    principalFor('allRegisters'),
    params,
    searchParams,
  ]);
  const register = await shownRegister(path.code);
  const { code, version } = register;
  const today = todayOf({ now: new Date() });
  const thisMonth = periodCode('month', Number(today.slice(0, 4)), Number(today.slice(5, 7)));
  const months = monthsUntil(thisMonth, 36);
  const { done, count } = RegisterAddress.parse(query);
  const { month = months[1] ?? thisMonth } = MonthAddress.parse(query);
  const day = lastDayOf(month) ?? today;
  const [rows, links] = await Promise.all([comparedRows(principal, register, month), countLinks(principal, code)]);
  const t = translator(locale, 'registers');
  const mayFix = may(principal.role, 'register.fix');
  const isOver = hasEnded(month, today);
  const options = months.includes(month) ? months : [month, ...months];
  const table = <ComparedTable register={register} rows={rows} mayFix={mayFix && isOver} locale={locale} />;
  return (
    <>
      <RegisterHead
        {...{ register, principal, day: today, today, locale, at: 'figures' }}
        title={t('figures.pageTitle', { name: nameOf(register, locale) })}
        lead={t('figures.lead', { day })}
      />
      {done === 'fixed' && <Notice>{t('figures.fixedTitle', { count })}</Notice>}
      {done === 'linked' && <Notice>{t('figures.linked')}</Notice>}
      {done === 'unlinked' && <Notice>{t('figures.unlinked')}</Notice>}
      <FilterBar action={paths.registerFigures(code)}>
        <FilterSelect
          label={t('figures.month')}
          name="month"
          value={month}
          options={options.map((value) => ({ value, label: writtenPeriod(value, locale) }))}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t('figures.none')} reason={t('figures.noneReason')} />
      ) : mayFix && isOver ? (
        <CommandForm
          id="fix"
          action={fix}
          submit={t('figures.fix')}
          hidden={{ register: code, version, month }}
          refusedTitle={t('figures.refusedTitle')}
        >
          {table}
          <div data-chrome>
            <TextAreaField
              name="reason"
              label={t('figures.reason')}
              rows={2}
              maxLength={300}
              className="mt-4 max-w-2xl"
            />
          </div>
        </CommandForm>
      ) : (
        <>
          {!isOver && <p className="mb-3 text-ink-2">{t('figures.notEnded')}</p>}
          {table}
        </>
      )}
      <Section id="links" title={t('figures.links')} note={t('figures.linksNote')}>
        <LinkForms
          register={register}
          links={links}
          month={month}
          mayLink={may(principal.role, 'register.link')}
          locale={locale}
        />
      </Section>
    </>
  );
}
