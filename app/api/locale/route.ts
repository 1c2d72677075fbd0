import type { NextRequest } from 'next/server';
import { refusedAnswer } from '@/app/server/refusal';
import { pathHere } from '@/lib/access/start-path';
import { choiceCookie } from '@/lib/cookies';
import { formOf } from '@/lib/form-body';
import { locales } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** Stores the chosen language in a cookie and goes back to the page. Only addresses of the product are accepted. */
export async function POST(request: NextRequest) {
  const form = await formOf(request).catch(refusedAnswer);
  if (form instanceof Response) return form;
  const locale = locales.find((known) => known === form.get('locale'));
  const headers = new Headers({ location: pathHere(String(form.get('back'))) ?? paths.overview });
  if (locale) headers.set('set-cookie', choiceCookie('locale', locale));
  return new Response(null, { status: 303, headers });
}
