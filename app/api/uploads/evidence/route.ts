import { commandRoute, leadOn } from '@/app/server/command-route';
import { sentEvidence } from '@/app/server/sent-evidence';
import { attachEvidence } from '@/lib/monitoring/follow-ups/attach-evidence';
import { paths, withQuery } from '@/lib/paths';

/** Receives a file as evidence of a follow-up and keeps it. */
export const POST = commandRoute(attachEvidence, {
  upload: sentEvidence,
  answer: (id, request) => leadOn(request, withQuery(paths.followUp(id), { done: 'attach' })),
});
