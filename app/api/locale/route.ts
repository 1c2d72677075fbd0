import type { NextRequest } from 'next/server';
import { locales } from '@/lib/i18n/words';

/** Keeps the chosen language and goes back to the page it was chosen on. Only addresses of this product are gone to. */
export async function POST(request: NextRequest) {
  const form = await request.formData().catch(() => new FormData());
  const locale = locales.find((known) => known === form.get('locale'));
  const back = String(form.get('back') ?? '/');
  const location = /^\/(?![/\\])/.test(back) ? back : '/';
  const headers = new Headers({ location });
  if (locale) headers.set('set-cookie', `locale=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`);
  return new Response(null, { status: 303, headers });
}
