import { commandRoute } from '@/app/server/command-route';
import { closeSession } from '@/lib/access/sign-in/close-session';
import { tokenHeader } from '@/lib/cookies';
import { paths } from '@/lib/paths';
import { settings } from '@/lib/settings';

/** Signs out from any page: a plain form, so that it works without scripts. */
export const POST = commandRoute(closeSession, {
  read: () => ({}),
  answer: (gone) => {
    const headers = new Headers({ location: paths.signIn, 'clear-site-data': '"cache"' });
    for (const cookie of gone) headers.append('set-cookie', tokenHeader(cookie, settings().origin));
    return new Response(null, { status: 303, headers });
  },
});
