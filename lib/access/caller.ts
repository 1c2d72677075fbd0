/** The origin of a command as the transport knows it: network address, browser, cookies. */
export type Caller = {
  readonly address: string;
  readonly userAgent: string;
  /** The `Cookie` header, unchanged. */
  readonly cookies: string;
};

/** The caller for the command line and the product itself. */
export const noCaller: Caller = { address: '', userAgent: '', cookies: '' };

/** The header in which our server passes the address of the network connection; no client can set it. */
export const addressHeader = 'x-baton-address';
