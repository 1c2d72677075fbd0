import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { indicator, orgUnit } from '@/db/schema/catalogue';
import { collection, collectionItem, submission, submissionValue } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import { mayWrite, type Window } from '@/lib/reporting/collections/timeliness';
import type { OpenFigure, OpenReturn, StagedOld } from '@/lib/reporting/import/words';
