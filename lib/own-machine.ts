/** The host names that always mean this machine. */
export const ownNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a server on a host is reachable from this machine only, as by default. */
export function isOwnHost(host: string | undefined): boolean {
  return !host || ownNames.includes(host.includes(':') ? `[${host}]` : host);
}

/** Whether a public address leads to this machine only, as by default. */
export function isOwnAddress(address: string | undefined): boolean {
  return !address || (URL.canParse(address) && ownNames.includes(new URL(address).hostname));
}

/** The variables that determine from where the product is reachable. */
type Reach = Readonly<Partial<Record<'HOST' | 'APP_ORIGIN' | 'TRUSTED_PROXY', string | undefined>>>;

/**
 * The variable by which other machines can reach the product: the host it listens on, its public address, or the proxy
 * in front; null when only this machine can. Demonstration accounts and open defaults depend on it.
 */
export function openingVariable({ HOST, APP_ORIGIN, TRUSTED_PROXY }: Reach): keyof Reach | null {
  if (!isOwnHost(HOST)) return 'HOST';
  if (!isOwnAddress(APP_ORIGIN)) return 'APP_ORIGIN';
  return TRUSTED_PROXY === '1' ? 'TRUSTED_PROXY' : null;
}
