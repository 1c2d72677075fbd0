/** An order of codes, and the version of what they belong to. */
type Sent<Order> = (order: Order, version: number) => Promise<number | null>;

/**
 * Sends what is asked for one at a time, each at the version that the answer before it told: so one's own clicks never meet
 * one another, and another person's change is still refused. Of what is asked for during a sending only the last is sent.
 * `send` resolves to the new version, or to null where nothing was taken; then what waits is dropped.
 */
export function orderSender<Order>(first: number, send: Sent<Order>) {
  let version = first;
  let next: { readonly order: Order } | null = null;
  let running: Promise<void> | null = null;
  const drain = async () => {
    while (next !== null) {
      const { order } = next;
      next = null;
      const taken = await send(order, version);
      if (taken === null) next = null;
      else version = taken;
    }
  };
  return {
    /** Resolves when everything that was asked for is answered. */
    pass(order: Order): Promise<void> {
      next = { order };
      running ??= drain().finally(() => {
        running = null;
      });
      return running;
    },
    /** Resolves when nothing is on its way. */
    settled: (): Promise<void> => running ?? Promise.resolve(),
    isBusy: (): boolean => running !== null,
    version: (): number => version,
    /** Begins anew with what the server shows. */
    begin(shown: number): void {
      version = shown;
    },
  };
}
