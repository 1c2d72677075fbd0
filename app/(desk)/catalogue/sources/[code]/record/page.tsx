import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { record } from '@/app/(desk)/catalogue/sources/actions';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import type { Principal } from '@/lib/access/principal';
import type { NameEntry } from '@/lib/catalogue/names/read-name';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { filesOfSource } from '@/lib/catalogue/sources/files/queries';
import { sourceHead } from '@/lib/catalogue/sources/queries';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { carriedFigure, citedContext, rankGroups } from '@/lib/observations/cited/queries';
import type { CitedContext } from '@/lib/observations/cited/read-cited';
import { longest, seenMark } from '@/lib/observations/cited/words';
import { vintages } from '@/lib/observations/words';
import { paths } from '@/lib/paths';

/** More names than this are not offered by the page: it would be larger than its form is worth. */
const mostOffered = 400;

const Text = z.string().max(200).catch('');
const Choice = z.object({
  indicator: Text,
  unit: Text,
  period: Text,
  locator: Text,
  vintage: z.enum(vintages).optional().catch(undefined),
  done: z.literal('record').optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'cited')('record.title') };
}

/** The page on which a figure is recorded out of a document. */
export default async function RecordCitedPage({ params, searchParams }: PageProps<'/catalogue/sources/[code]/record'>) {
  const [{ code }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('cited'),
  ]);
  const found = await sourceHead(addressPart(code));
  if (!found || found.isComputed) notFound();
  const [context, groups, files] = await Promise.all([
    citedContext(principal),
    rankGroups(),
    filesOfSource(principal, found.code),
  ]);
  const asked = Choice.parse(query);
  const carried = await carriedIn(principal, asked, context);
  const [rank, ...otherRanks] = carried?.ranks ?? [];
  const t = translator(locale, 'cited');
  const f = translator(locale, 'figures');
  const offered = (entries: readonly NameEntry[]) =>
    entries.length > mostOffered ? [] : entries.map((entry) => nameOf(entry, locale));
  const own = [...context.indicators.values()].filter(({ isInReach }) => isInReach);
  return (
    <>
      <PageHeader
        title={t('record.title')}
        subtitle={<span className="block max-w-3xl">{t('record.lead')}</span>}
        breadcrumb={[
          { label: translator(locale, 'sources')('title'), href: paths.sources },
          { label: found.title, href: paths.source(found.code) },
        ]}
        actions={
          <>
            {files.slice(0, 1).map(({ sha256 }) => (
              <a key={sha256} href={paths.sourceFile(found.code, sha256)} download className={buttonLook('outline')}>
                {t('detail.files')}
              </a>
            ))}
            <a href={paths.citedFigures} className={buttonLook('outline')}>
              {t('record.toQueue')}
            </a>
          </>
        }
      />
      {asked.done && (
        <Notice>
          {t('done.record')} {t('record.another')}
        </Notice>
      )}
      {found.withdrawnReason !== null ? (
        <Notice tone="warn">{t('record.withdrawn')}</Notice>
      ) : (
        <CommandForm
          action={record}
          submit={t('record.submit')}
          refusedTitle={t('refusedTitle')}
          id="cited"
          hidden={{
            sourceCode: found.code,
            seen: carried ? seenMark(carried) : '',
            seenScope: rank?.scopeZh ?? '',
          }}
          className="max-w-4xl"
        >
          <div className="grid gap-x-6 sm:grid-cols-3">
            <TextField
              name="indicator"
              label={t('record.indicator')}
              hint={t('record.indicatorHint')}
              value={asked.indicator}
              maxLength={longest.name}
              offers={offered(own)}
            />
            <TextField
              name="unit"
              label={t('record.unit')}
              hint={t('record.unitHint')}
              value={asked.unit}
              maxLength={longest.name}
              offers={offered([...context.units.values()])}
            />
            <TextField
              name="period"
              label={t('record.period')}
              hint={t('record.periodHint')}
              value={asked.period}
              maxLength={longest.period}
            />
            <TextField
              name="printed"
              label={t('record.printed')}
              hint={t('record.printedHint')}
              maxLength={longest.printed}
            />
            <TextField
              name="reportedYoy"
              label={t('record.reportedYoy')}
              hint={carried?.reportedYoy != null ? t('record.carriedGrowth') : t('record.reportedYoyHint')}
              value={carried?.reportedYoy ?? ''}
              maxLength={longest.yoy}
              className="justify-end"
            />
            <SelectField
              name="vintage"
              label={t('record.vintage')}
              value={asked.vintage ?? carried?.vintage ?? 'preliminary'}
              options={vintages.map((one) => ({ value: one, label: f(one) }))}
              className="justify-end"
            />
          </div>
          <TextField
            name="locator"
            label={t('record.locator')}
            hint={t('record.locatorHint')}
            value={asked.locator}
            maxLength={longest.locator}
          />
          <TextAreaField name="quote" label={t('record.quote')} rows={2} maxLength={longest.quote} />
          <TextAreaField name="note" label={t('record.note')} rows={2} maxLength={longest.note} />
          <fieldset className="mb-2 border-t border-rule pt-3">
            <legend className="pr-3 text-sm font-medium">{t('record.rankTitle')}</legend>
            {rank && (
              <p className="mb-2 text-table text-ink-2">
                {t('record.carriedRank')}{' '}
                {otherRanks.length > 0 &&
                  marked(
                    t('record.otherRanks', {
                      ranks: listed(
                        otherRanks.map(
                          (one) => `${nameOf({ nameZh: one.scopeZh, nameEn: one.scopeEn }, locale)} ${one.rank}`,
                        ),
                        locale,
                      ),
                    }),
                    locale,
                  )}
              </p>
            )}
            <div className="grid gap-x-6 sm:grid-cols-4">
              <TextField
                name="rank"
                label={t('record.rank')}
                value={rank ? `${rank.rank}` : ''}
                inputMode="numeric"
                maxLength={10}
                className="justify-end"
              />
              <TextField
                name="rankScopeZh"
                label={t('record.rankScopeZh')}
                hint={t('record.rankScopeHint')}
                value={rank?.scopeZh ?? ''}
                maxLength={longest.scope}
                className="justify-end"
              />
              <TextField
                name="rankScopeEn"
                label={t('record.rankScopeEn')}
                value={rank?.scopeEn ?? ''}
                maxLength={longest.scope}
                className="justify-end"
              />
              <SelectField
                name="rankGroupCode"
                label={t('record.rankGroup')}
                value={rank?.groupCode ?? ''}
                className="justify-end"
                options={[
                  { value: '', label: t('record.noGroup') },
                  ...groups.map((group) => ({ value: group.code, label: nameOf(group, locale) })),
                ]}
              />
            </div>
          </fieldset>
          <TextAreaField
            name="reason"
            label={t('record.reason')}
            hint={t('record.reasonHint')}
            rows={2}
            maxLength={300}
          />
        </CommandForm>
      )}
    </>
  );
}

/** The shown figure of the key that the address names, to be corrected; null for none, or one that nobody knows. */
async function carriedIn(principal: Principal, asked: z.output<typeof Choice>, context: CitedContext) {
  const [indicator, unit] = [context.readIndicator(asked.indicator), context.readUnit(asked.unit)];
  const periodCode = readPeriod(asked.period);
  if (indicator.kind !== 'one' || unit.kind !== 'one' || periodCode === null) return null;
  return carriedFigure(principal, { indicatorCode: indicator.code, unitCode: unit.code, periodCode });
}
