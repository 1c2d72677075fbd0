'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type FormAction, type FormState, freshForm, unanswered } from '@/app/ui/forms/form-state';
import { finishAfterLeaving, settleOnLeaving } from '@/app/ui/forms/leaving';
import { staysField } from '@/app/ui/forms/moved-order';
import { useFormWords, usePageOwner } from '@/app/ui/forms/page-owner';
import { RefusedSummary } from '@/app/ui/forms/refused-summary';
import type { Made } from '@/app/ui/forms/use-order';
import { ownerField } from '@/lib/access/words';
import { type PlacedTopic, topicSteps } from './topic-steps';

/**
 * Takes the steps of the topics within one after another, however fast the clicks, and shows them when all are stored.
 * Without scripts each step is a form of its own.
 */
export function TopicMoves(props: {
  topics: readonly PlacedTopic[];
  action: FormAction<Made>;
  refusedTitle: string;
  children: ReactNode;
}) {
  const [owner, { unsent }, router] = [usePageOwner(), useFormWords(), useRouter()];
  const [answer, setAnswer] = useState<FormState<Made>>(freshForm);
  const send = async ({ code, version, nameZh, nameEn, parentCode }: PlacedTopic, after: string) => {
    const form = new FormData();
    const fields = { code, version: `${version}`, nameZh, nameEn, parentCode: parentCode ?? '', after };
    for (const [field, value] of Object.entries({ ...fields, [ownerField]: owner, [staysField]: '1' }))
      form.set(field, value);
    const told = await props.action(freshForm, form).catch(() => unanswered(unsent));
    setAnswer(told);
    return told.status === 'done' ? told.shown.version : null;
  };
  const present = useRef(send);
  useEffect(() => {
    present.current = send;
  });
  const [steps] = useState(() => topicSteps((topic, after) => present.current(topic, after)));
  useEffect(() => {
    const stop = settleOnLeaving(steps.settled);
    return () => {
      stop();
      finishAfterLeaving(steps.settled());
    };
  }, [steps]);
  const onSubmit = (event: FormEvent<HTMLDivElement>) => {
    const sent = event.target instanceof HTMLFormElement ? new FormData(event.target) : null;
    const step = sent?.get('step');
    if (step !== 'up' && step !== 'down') return;
    event.preventDefault();
    const isFirst = !steps.isBusy();
    const done = steps.take({ code: String(sent?.get('code')), step }, props.topics);
    if (isFirst) void done.then(() => router.refresh());
  };
  return (
    <div onSubmitCapture={onSubmit}>
      <RefusedSummary state={answer} title={props.refusedTitle} prefix="" />
      {props.children}
    </div>
  );
}
