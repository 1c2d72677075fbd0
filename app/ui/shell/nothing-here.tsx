import { currentLocale } from '@/app/server/locale';
import { buttonLook } from '@/app/ui/primitives/button';
import { BrandMark } from '@/app/ui/shell/brand-mark';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

/** The content of an unknown address: the reason, and two links. */
export async function NothingHere() {
  const t = translator(await currentLocale(), 'states');
  return (
    <div className="max-w-xl py-16">
      <BrandMark />
      <h1 className="mt-4 text-2xl font-semibold">{t('notFoundTitle')}</h1>
      <p className="mt-2 text-ink-2">{t('notFoundReason')}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <a href={paths.overview} className={buttonLook('primary')}>
          {t('backToOverview')}
        </a>
        <a href={paths.indicators} className={buttonLook('outline')}>
          {t('toIndicators')}
        </a>
      </p>
    </div>
  );
}
