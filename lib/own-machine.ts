/** The names of this machine that lead to no other, as an address writes them. */
export const ownNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether nobody but this machine reaches what listens on a host; so does the default. */
export function isOwnHost(host: string | undefined): boolean {
  return !host || ownNames.includes(host.includes(':') ? `[${host}]` : host);
}

/** Whether an address that people open leads to this machine alone; so does the default. */
export function isOwnAddress(address: string | undefined): boolean {
  return !address || (URL.canParse(address) && ownNames.includes(new URL(address).hostname));
}

/** The variables that say from where the product is reached. */
type Reach = Readonly<Partial<Record<'HOST' | 'APP_ORIGIN' | 'TRUSTED_PROXY', string | undefined>>>;

/**
 * The variable by which others than this machine reach the product: where it listens, what people open, or the proxy in
 * front; null when nobody else does. Demonstration accounts and what is open by default hang on it.
 */
export function opening({ HOST, APP_ORIGIN, TRUSTED_PROXY }: Reach): keyof Reach | null {
  if (!isOwnHost(HOST)) return 'HOST';
  if (!isOwnAddress(APP_ORIGIN)) return 'APP_ORIGIN';
  return TRUSTED_PROXY === '1' ? 'TRUSTED_PROXY' : null;
}
