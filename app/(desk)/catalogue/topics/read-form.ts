import { text, wholeNumber } from '@/app/server/action';

/** A topic in a form. */
export function topicIn(form: FormData) {
  return { nameZh: text(form, 'nameZh'), nameEn: text(form, 'nameEn'), parentCode: text(form, 'parentCode') };
}

/** The topic that a form is about, at the version that the page showed. */
export function versionIn(form: FormData) {
  return { code: text(form, 'code'), version: wholeNumber(form, 'version') };
}
