import type { Metadata } from 'next';
import { draft } from '@/app/(desk)/publishing/bulletins/actions';
import { BulletinAddress } from '@/app/(desk)/publishing/bulletins/address';
import { FrameFields } from '@/app/(desk)/publishing/bulletins/frame-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField } from '@/app/ui/forms/fields';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { todayOf } from '@/lib/catalogue/today';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { bulletinOf, lastFrame } from '@/lib/publishing/bulletins/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'bulletins')('create') };
}

/** A new document on a published ranking, or one that corrects another. */
export default async function NewBulletinPage({ searchParams }: PageProps<'/publishing/bulletins/new'>) {
  const [locale, principal, query] = await Promise.all([
    currentLocale(),
    principalFor('manageBulletins'),
    searchParams,
  ]);
  const { run, corrects } = BulletinAddress.parse(query);
  const [runs, last, found] = await Promise.all([
    publishedRuns(principal),
    lastFrame(principal),
    corrects ? bulletinOf(principal, corrects) : null,
  ]);
  const corrected = found?.state === 'issued' ? found : null;
  const t = translator(locale, 'bulletins');
  const chosen = runs.find(({ id }) => id === (run ?? corrected?.runId)) ?? runs[0];
  const frame = { organ: '', word: '', addressee: '', ...last, classification: 'none' as const };
  return (
    <>
      <PageHeader
        title={t(corrected ? 'correct' : 'create')}
        subtitle={t('createLead')}
        breadcrumb={[{ label: t('title'), href: paths.bulletins }]}
      />
      {chosen ? (
        <CommandForm
          id="draft"
          action={draft}
          submit={t('create')}
          hidden={{ corrects: corrected?.id ?? '' }}
          refusedTitle={translator(locale, 'errors')('title')}
          className="max-w-2xl"
        >
          {corrected && (
            <p className="mb-4 border-l-2 border-gold pl-3">
              {marked(t('corrects', { title: corrected.title, reference: corrected.reference }), locale)}
            </p>
          )}
          <SelectField
            name="run"
            label={t('source')}
            value={chosen.id}
            options={runs.map((one) => ({
              value: one.id,
              label: listed([nameOf(one, locale), writtenPeriod(one.periodCode, locale)], locale),
            }))}
          />
          <FrameFields frame={{ ...frame, dated: todayOf({ now: new Date() }) }} locale={locale} />
        </CommandForm>
      ) : (
        <EmptyState title={t('noRuns')} reason={t('noRunsReason')} />
      )}
    </>
  );
}
