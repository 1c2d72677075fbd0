import type { Locale } from '@/lib/i18n/words';

type Words = { title: string; text: string; retry: string; brand: string };

/** The words for an unavailable database. The file imports no messages, since nothing else may work then. */
export const unavailableWords: Record<Locale, Words> = {
  'zh-CN': {
    brand: '指挥棒',
    title: '数据库暂时无法访问',
    text: '数据没有丢失。系统正在重新连接，恢复后本页会自动打开您要看的内容。',
    retry: '立即重试',
  },
  en: {
    brand: 'Baton',
    title: 'The database cannot be reached for the moment',
    text: 'No figure is lost. The connection is being restored, and this page will then show what you asked for.',
    retry: 'Try now',
  },
};
