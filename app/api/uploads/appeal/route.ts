import { commandRoute, leadOn } from '@/app/server/command-route';
import { sentEvidence } from '@/app/server/sent-evidence';
import { attachToAppeal } from '@/lib/assessment/appeals/attach-evidence';
import { paths, withQuery } from '@/lib/paths';

/** Receives a file as evidence of an appeal and keeps it. */
export const POST = commandRoute(attachToAppeal, {
  upload: sentEvidence,
  answer: (id, request) => leadOn(request, withQuery(paths.appeal(id), { done: 'attach' })),
});
