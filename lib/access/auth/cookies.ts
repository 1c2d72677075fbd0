/** A cookie to be set on the browser; an empty value with no age takes it away. */
export type SetCookie = {
  readonly name: string;
  readonly value: string;
  /** Seconds; absent for a cookie that ends with the browser. */
  readonly maxAge?: number;
};

/**
 * The names of our cookies. Over https they bear the prefix by which browsers refuse them from anybody but this host;
 * a product served over http on its own machine cannot.
 */
export function cookieNames(isSecure: boolean) {
  const prefix = isSecure ? '__Host-' : '';
  return {
    session: `${prefix}session`,
    /** A sign-in that waits for its second factor. */
    secondStep: `${prefix}second-step`,
    /** A sign-in that waits for a new password. */
    newPassword: `${prefix}new-password`,
    /** This browser, told from others after a first sign-in on it. */
    device: `${prefix}device`,
  };
}

/** The value of a cookie in a `Cookie` header. */
export function cookieIn(header: string, name: string): string | null {
  for (const pair of header.split(/;\s*/)) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at) === name) return decoded(pair.slice(at + 1));
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
