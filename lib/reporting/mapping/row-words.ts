import { plainName } from '@/lib/catalogue/plain-name';
import { normalText } from '@/lib/reporting/reading/read-figure';

const totals =
  /^(?:(?:全[国省市县区]|[市县区])?(?:合计|总计|小计|共计|累加|总和|汇总)(?:数)?|全[国省市县区](?:平均)?|平均(?:值|数)?|(?:sub|grand )?total|sum|average|mean)$/;

/** Whether a name of a row or a column stands for a sum or a mean of others: 合 计, 全市合计, 平均. */
export const isTotal = (text: string): boolean => totals.test(plainName(text).replace(/[:*]+$/, ''));

/** Whether a text is a number as sheets write it, in any digits. */
export function looksLikeFigure(text: string): boolean {
  return /^[-+]?(?:\d[\d,]*)?\.?\d+ ?[%‰]?$/.test(normalText(text));
}

/** A year or a month in digits alone, which heads have. */
export const looksLikeYear = (text: string): boolean => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])?$/.test(normalText(text));

const worded =
  /^(?:约|超过?|近|不足|逾|[<>≥≤+▲△-])? ?\d[\d,. ]*(?: ?(?:[%‰*]|\([^()]*\)|\[[^[\]]*\]|[十百千万亿]{0,2}(?:元|吨|千瓦时|平方米|人次?|户|家|个|件|辆|台)?))*$/;

/** Whether a text is a figure with a mark, a unit or a remark behind it, or in brackets, or says that there is none: 12.5①, 3亿元, (5.2), —. */
export function looksLikeWordedFigure(text: string): boolean {
  const plain = normalText(text);
  const bare = plain.replace(/^\((.*)\)$/, '$1');
  return isAbsent(text) || (worded.test(bare) && !looksLikeYear(text));
}

/** Marks for a figure that is not there. */
export const isAbsent = (text: string): boolean =>
  /^(?:[-—―─]+|\/|…+|\.{2,}|×|\*+|未报|未填报|不适用|n\/a|保密|暂无|无)$/i.test(normalText(text));
