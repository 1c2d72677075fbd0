import { accountGuards } from './accounts';
import { annotationGuards } from './annotations';
import { appealGuards } from './appeals';
import { assessmentGuards } from './assessment';
import { backupGuards } from './backups';
import { boardGuards } from './boards';
import { bulletinGuards } from './bulletins';
import { catalogueGuards } from './catalogue';
import { citedGuards } from './cited';
import { clientGuards } from './clients';
import { collectionGuards } from './collections';
import { consequenceGuards } from './consequences';
import { followUpGuards } from './follow-ups';
import { type Guard, guardsIn } from './guard';
import { lampGuards } from './lamps';
import { mappingGuards } from './mapping';
import { networkGuards } from './network';
import { noticeGuards } from './notices';
import { permissionGuards } from './permissions';
import { registerGuards } from './registers';
import { returnGuards } from './returns';
import { runGuards } from './runs';
import { sessionGuards } from './sessions';
import { storageGuards } from './storage';
import { targetGuards } from './targets';
import { taskListGuards } from './task-lists';
import { unitGuards } from './units';

/** Every guard of the product that a test checks. */
export const guards: readonly Guard[] = guardsIn([
  ...permissionGuards,
  ...sessionGuards,
  ...accountGuards,
  ...clientGuards,
  ...backupGuards,
  ...returnGuards,
  ...collectionGuards,
  ...catalogueGuards,
  ...unitGuards,
  ...annotationGuards,
  ...citedGuards,
  ...mappingGuards,
  ...targetGuards,
  ...lampGuards,
  ...followUpGuards,
  ...consequenceGuards,
  ...taskListGuards,
  ...registerGuards,
  ...boardGuards,
  ...bulletinGuards,
  ...assessmentGuards,
  ...runGuards,
  ...appealGuards,
  ...networkGuards,
  ...noticeGuards,
  ...storageGuards,
]);

/** The number of occurrences of a guard's text in its file, which must be one. */
export function occurrences(source: string, { text }: Pick<Guard, 'text'>): number {
  return source.split(text).length - 1;
}
