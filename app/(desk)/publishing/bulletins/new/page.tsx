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
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { bulletinOf, lastFrame } from '@/lib/publishing/bulletins/queries';
import { kindsSeen, sourceMenus } from '@/lib/publishing/bulletins/register/queries';
import { sourceOf } from '@/lib/publishing/bulletins/sources';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'bulletins')('create') };
}

/** A new document of a kind on its source, or one that corrects another. */
export default async function NewBulletinPage({ searchParams }: PageProps<'/publishing/bulletins/new'>) {
  const [locale, principal, query] = await Promise.all([
    currentLocale(),
    principalFor('manageBulletins'),
    searchParams,
  ]);
  const { corrects, kind: asked = 'ranking', ...parts } = BulletinAddress.parse(query);
  const found = corrects ? await bulletinOf(principal, corrects) : null;
  const corrected = found?.state === 'issued' ? found : null;
  const kind = corrected?.kind ?? asked;
  const correctedParts = corrected ? sourceOf(corrected) : {};
  const [menus, last] = await Promise.all([
    sourceMenus(principal, { ...parts, ...correctedParts, kind }, locale),
    lastFrame(principal, kind),
  ]);
  const t = translator(locale, 'bulletins');
  const frame = { organ: '', word: '', addressee: '', ...last, classification: 'none' as const };
  return (
    <>
      <PageHeader
        title={t(corrected ? 'correct' : 'create')}
        subtitle={t('createLead')}
        breadcrumb={[{ label: t('title'), href: paths.bulletins }]}
      />
      {!corrected && (
        <div className="mb-4 flex">
          <FilterTabs
            label={t('chooseKind')}
            options={kindsSeen(principal.role).map((one) => ({
              label: t(`kinds.${one}`),
              href: withQuery(paths.newBulletin, { kind: one }),
              current: one === kind,
            }))}
          />
        </div>
      )}
      {menus.every(({ options }) => options.length > 0) ? (
        <CommandForm
          id="draft"
          action={draft}
          submit={t('create')}
          hidden={{ kind, corrects: corrected?.id ?? '' }}
          refusedTitle={translator(locale, 'errors')('title')}
          className="max-w-2xl"
        >
          {corrected && (
            <p className="mb-4 border-l-2 border-gold pl-3">
              {marked(t('corrects', { title: corrected.title, reference: corrected.reference }), locale)}
            </p>
          )}
          {menus.map(({ part, options }) => (
            <SelectField
              key={part}
              name={part}
              label={t(`parts.${part}`)}
              value={
                [parts[part], corrected?.[part], options[0]?.value].find((one) =>
                  options.some(({ value }) => value === one),
                ) ?? ''
              }
              options={options}
            />
          ))}
          <FrameFields frame={{ ...frame, dated: todayOf({ now: new Date() }) }} locale={locale} />
        </CommandForm>
      ) : (
        <EmptyState title={t('noSources')} reason={t(`noSourcesReason.${kind}`)} />
      )}
    </>
  );
}
