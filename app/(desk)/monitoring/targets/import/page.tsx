import type { Metadata } from 'next';
import { choiceAddress, GridAddress } from '@/app/(desk)/monitoring/targets/address';
import { chosenGrid } from '@/app/(desk)/monitoring/targets/chosen-grid';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { CompareForm } from './compare-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'targets')('import.title') };
}

/** Targets from a sheet: first compared with what stands, then written as drafts, all or none. */
export default async function ImportTargetsPage({ searchParams }: PageProps<'/monitoring/targets/import'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('manageTargets'), searchParams]);
  const chosen = await chosenGrid(principal, GridAddress.parse(query));
  if (!chosen) return null;
  const { choice } = chosen;
  const t = translator(locale, 'targets');
  return (
    <>
      <PageHeader
        title={t('import.titleOf', { year: `${choice.year}` })}
        subtitle={t('import.lead')}
        breadcrumb={[{ label: t('title'), href: choiceAddress(paths.targets, choice) }]}
        actions={
          <a href={choiceAddress(paths.targetsFile, choice)} className={buttonLook('outline')}>
            {t('download')}
          </a>
        }
      />
      <CompareForm
        hidden={{
          ...{ year: choice.year, group: choice.group, units: choice.units.join(',') },
          indicators: choice.indicators.join(','),
        }}
        again={choiceAddress(paths.targetImport, choice)}
        locale={locale}
        words={{
          submit: t('import.compare'),
          refused: translator(locale, 'errors')('title'),
          file: t('import.file'),
          hint: t('import.hint'),
          write: t('import.write'),
          again: t('import.again'),
          caption: t('import.caption'),
        }}
      />
    </>
  );
}
