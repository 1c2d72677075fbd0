/** Where a command came from, as far as the transport knows: network address, browser, cookies. */
export type Caller = {
  readonly address: string;
  readonly userAgent: string;
  /** The `Cookie` header as it came. */
  readonly cookies: string;
};

/** The command line and the product itself. */
export const noCaller: Caller = { address: '', userAgent: '', cookies: '' };

/** The header in which our server hands on the address of the network connection; nobody outside can set it. */
export const addressHeader = 'x-baton-address';
