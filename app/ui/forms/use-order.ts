'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { ownerField } from '@/lib/access/words';
import { type FormAction, type FormState, freshForm, unanswered } from './form-state';
import { finishAfterLeaving, settleOnLeaving } from './leaving';
import { staysField } from './moved-order';
import { orderSender } from './order-sender';
import { useFormWords, usePageOwner } from './page-owner';

/** What an order that was stored tells: the version that it made. */
export type Made = { readonly version: number };

type Codes = readonly string[];
type Order = {
  readonly codes: Codes;
  /** The codes as they are now, also between two renderings. */
  readonly latest: RefObject<Codes>;
  readonly arrange: (change: (codes: Codes) => Codes) => void;
  /** Sends the codes as they are now. */
  readonly give: () => void;
  readonly answer: FormState<Made>;
};

/**
 * The order of a list as it is shown, which is sent at the version that the answer before told. A newer version of the
 * page begins it anew, unless an order is on its way.
 */
export function useOrder(asked: {
  action: FormAction<Made>;
  of: { readonly code: string; readonly version: number };
  name: string;
  stored: Codes;
}): Order {
  const { action, of: whole, name, stored } = asked;
  const [owner, { unsent }, router] = [usePageOwner(), useFormWords(), useRouter()];
  const [answer, setAnswer] = useState<FormState<Made>>(freshForm);
  const [codes, setCodes] = useState(stored);
  const latest = useRef(codes);
  const arrange = useCallback((change: (codes: Codes) => Codes) => {
    latest.current = change(latest.current);
    setCodes(latest.current);
  }, []);

  const send = async (order: Codes, version: number) => {
    const form = new FormData();
    const fields = { [ownerField]: owner, code: whole.code, version: `${version}`, [staysField]: '1' };
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    for (const code of order) form.append(name, code);
    const told = await action(freshForm, form).catch(() => unanswered(unsent));
    setAnswer(told);
    return told.status === 'done' ? told.shown.version : null;
  };
  const present = useRef(send);
  useEffect(() => {
    present.current = send;
  });
  const [sender] = useState(() =>
    orderSender<Codes>(whole.version, (order, version) => present.current(order, version)),
  );

  useEffect(() => {
    if (sender.isBusy() || whole.version <= sender.version()) return;
    sender.begin(whole.version);
    arrange(() => stored);
  }, [sender, whole.version, stored, arrange]);
  useEffect(() => {
    const stop = settleOnLeaving(sender.settled);
    return () => {
      stop();
      finishAfterLeaving(sender.settled());
    };
  }, [sender]);

  const give = () => {
    const isFirst = !sender.isBusy();
    const before = sender.version();
    const done = sender.pass(latest.current);
    // The other forms of the page take the new version with it.
    if (isFirst) void done.then(() => sender.version() > before && router.refresh());
  };
  return { codes, latest, arrange, give, answer };
}
