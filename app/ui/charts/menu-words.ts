import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ChartMenuWords } from './chart-menu';

/** The words of the menu of a chart or table; `menu` names it. */
export function menuWords(menu: string, locale: Locale): ChartMenuWords {
  const t = translator(locale, 'charts');
  return {
    menu,
    put: translator(locale, 'boards')('put'),
    png: t('downloadPng'),
    svg: t('downloadSvg'),
    picture: t('copyPicture'),
    csv: t('downloadCsv'),
    copy: t('copyTable'),
    cite: t('cite'),
    copied: t('copied'),
    cited: t('cited'),
    noPicture: t('noPicture'),
    byHand: t('byHand'),
    citationText: t('citationText'),
    failed: t('failed'),
  };
}
