/** A cookie to set in the browser; an empty value with age 0 deletes it. */
export type SetCookie = {
  readonly name: string;
  readonly value: string;
  /** Seconds; absent for a cookie that ends with the browser. */
  readonly maxAge?: number;
};

/**
 * The names of the product's cookies. Over https they have the `__Host-` prefix, by which browsers refuse them from any
 * other host; over http on one's own machine the prefix is not allowed.
 */
export function cookieNames(isSecure: boolean) {
  const prefix = isSecure ? '__Host-' : '';
  return {
    session: `${prefix}session`,
    /** A sign-in that waits for its second factor. */
    secondStep: `${prefix}second-step`,
    /** A sign-in that waits for a new password. */
    newPassword: `${prefix}new-password`,
    /** A known browser, marked after the first sign-in in it. */
    device: `${prefix}device`,
  };
}

/** The names of the cookies that keep what a reader chose. They carry no token, and scripts read them. */
export const choiceNames = { locale: 'locale', menu: 'menu' } as const;

const year = 365 * 24 * 3600;

/** Whether the product is served over https. */
export const isHttps = (origin: string) => origin.startsWith('https:');

/** The attributes of a cookie with a token: hidden from scripts, of this site alone, and over https where it is served so. */
export function tokenAttributes(origin: string, maxAge: number | undefined) {
  const age = maxAge === undefined ? {} : { maxAge };
  return { httpOnly: true, secure: isHttps(origin), sameSite: 'lax', path: '/', ...age } as const;
}

/** A cookie with a token as a `Set-Cookie` header. */
export function tokenHeader({ name, value, maxAge }: SetCookie, origin: string): string {
  const secure = isHttps(origin) ? '; Secure' : '';
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
  return `${name}=${encodeURIComponent(value)}; Path=/${age}; HttpOnly; SameSite=Lax${secure}`;
}

/** A cookie that keeps a choice for a year, as a header or for a script to set. */
export function choiceCookie(name: keyof typeof choiceNames, value: string): string {
  return `${choiceNames[name]}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`;
}

/** The value of a cookie in a `Cookie` header. */
export function cookieIn(header: string, name: string): string | null {
  for (const pair of header.split(/;\s*/)) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at) === name) return decodeValue(pair.slice(at + 1));
  }
  return null;
}

function decodeValue(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
